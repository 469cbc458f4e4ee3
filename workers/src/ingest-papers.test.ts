import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { localArchive } from '@scrutineer/ingest/archive';
import { expandSources } from '@scrutineer/ingest/sources';
import { findObservations, listFailures, listPapers, openStore, type Store } from '@scrutineer/store';
import { type IngestOptions, ingestPapers } from './index.ts';
import { createPool } from './pool/pool.ts';

const PAPERS: Readonly<Record<string, string>> = {
  'a.md': '# Crime report\n\nThere were 1,234 burglaries in 2019.\n',
  'b.html': '<html><body><h1>Crime report</h1><p>Robbery fell by 12% in 2019.</p></body></html>',
  'c.md': '',
  'd.md': '# Crime report\n\n| Offence | 2018 | 2019 |\n| --- | --- | --- |\n| Robbery | 120 | 130 |\n',
  'e.pdf': 'PK\u0003\u0004 not a PDF at all',
  'f.md': '# Crime report\n\nThere were 1,234 burglaries in 2019.\n',
  'g.md': '# Minutes\n\nThe meeting was opened by the chair.\n',
};

describe('ingesting papers', () => {
  let folder: string;
  let store: Store;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'scrutineer-ingest-'));
    for (const [file, text] of Object.entries(PAPERS)) writeFileSync(join(folder, file), text);
    store = await openStore(':memory:');
  });
  afterEach(async () => {
    await store.close();
    rmSync(folder, { recursive: true });
  });

  const ingest = async (options: Partial<IngestOptions> = {}) => {
    const { sources } = expandSources([folder]);
    const archive = localArchive(join(folder, '.archive'));
    return Array.fromAsync(ingestPapers(sources, { store, archive, ...options }));
  };
  const contents = async () =>
    JSON.stringify([
      (await listPapers(store)).map((paper) => ({ ...paper, origins: paper.origins.map(({ origin }) => origin) })),
      await Array.fromAsync(findObservations(store)),
      await listFailures(store),
    ]);

  test('every paper that can be read is stored whole; of a broken one only why', async () => {
    const outcomes = (await ingest()).map(({ source, outcome }) => `${source.file} ${outcome}`);
    expect(outcomes).toEqual([
      'a.md added',
      'b.html added',
      'c.md failed',
      'd.md added',
      'e.pdf failed',
      'f.md unchanged',
      'g.md added',
    ]);
    expect((await listPapers(store)).map(({ file }) => file)).toEqual(['a.md', 'b.html', 'd.md', 'g.md']);
    expect((await listFailures(store)).map(({ file }) => file)).toEqual(['c.md', 'e.pdf']);
  });

  test('the archive holds the papers that were read and no others', async () => {
    await ingest();
    const kept = readdirSync(join(folder, '.archive'), { recursive: true, withFileTypes: true });
    const files = kept.filter((entry) => entry.isFile()).map(({ name }) => name);
    expect(files.sort()).toEqual((await listPapers(store)).map(({ id }) => id).sort());
  });

  test('any number of jobs gives the same store and the same report', async () => {
    const report = JSON.stringify(await ingest({ jobs: 1 }));
    const one = await contents();
    await store.close();
    store = await openStore(':memory:');
    expect(JSON.stringify(await ingest({ jobs: 3 }))).toBe(report);
    expect(await contents()).toBe(one);
  });

  test('ingesting again reads nothing and changes nothing; force reads again and changes nothing either', async () => {
    await ingest();
    const before = await contents();
    const again = await ingest();
    expect(new Set(again.map(({ outcome }) => outcome))).toEqual(new Set(['unchanged', 'failed']));
    expect(await contents()).toBe(before);
    const forced = await ingest({ force: true });
    expect(new Set(forced.map(({ outcome }) => outcome))).toEqual(new Set(['replaced', 'failed']));
    expect(await contents()).toBe(before);
  });

  test('a paper that hangs its process fails, and the others are read', async () => {
    const entry = new URL('./testing/obedient-process.ts', import.meta.url);
    writeFileSync(join(folder, 'c.md'), 'hang');
    const pool = createPool<never>(1, { entry, timeBudget: 8000, memoryBudget: 256, reading: { pageTime: 1000 } });
    const reasons = (await ingest({ pool })).map(({ reason }) => reason);
    expect(reasons[2]).toContain('c.md took longer to read');
    expect(reasons[3]).toContain('read: # Crime report');
  });
});
