import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { backfillWithFaults, describeWithServices, runScrutineer } from '@scrutineer/testkit';

const SAMPLES = fileURLToPath(new URL('../../../samples/papers/', import.meta.url));

/** Papers that cannot be read, among those that can. */
const BROKEN: Readonly<Record<string, string>> = {
  'empty.md': '',
  'noise.docx': 'PK\u0003\u0004 no Word file at all',
};

describeWithServices('a backfill', { services: ['redis', 'postgres'], own: true }, ({ redis, postgres }) => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'scrutineer-faults-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test('ends as one that nothing disturbs, though workers are killed and Redis and PostgreSQL restarted', async () => {
    const papers = join(folder, 'papers');
    for (const format of ['markdown', 'html', 'docx', 'pdf'])
      cpSync(join(SAMPLES, format), join(papers, format), { recursive: true });
    mkdirSync(join(papers, 'broken'));
    for (const [file, text] of Object.entries(BROKEN)) writeFileSync(join(papers, 'broken', file), text);
    const files = readdirSync(papers, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const embedded = { SCRUTINEER_STORE: join(folder, 'embedded.db') };
    await runScrutineer(['ingest', papers], embedded, 1);
    const expected = await runScrutineer(['observations', '--format', 'jsonl'], embedded);

    const outcome = await backfillWithFaults({
      papers,
      count: files.length,
      archive: join(folder, 'archive'),
      workers: 4,
      redis: redis(),
      postgres: postgres(),
      faults: { kills: 3, restarts: 1 },
    });
    expect(outcome.crashes).toEqual([]);
    expect(outcome.failed.map((origin) => origin.split('/').at(-1))).toEqual(Object.keys(BROKEN));
    expect(outcome.stored).toBe(files.length - Object.keys(BROKEN).length);
    expect(outcome.observations === expected).toBe(true);
    expect(expected.length).toBeGreaterThan(100_000);
  }, 300_000);
});
