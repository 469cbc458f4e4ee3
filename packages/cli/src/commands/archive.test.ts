import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from '@scrutineer/model';
import { MINUTES, REPORT } from '../testing/papers.ts';
import { runCommand } from '../testing/run-command.ts';
import { scratchFolder } from '../testing/scratch-folder.ts';

describe('the archive', () => {
  const path = scratchFolder({ 'papers/report.md': REPORT, 'papers/minutes.md': MINUTES });
  const run = (...args: string[]) => runCommand([...args, '--store', path('s.db')]);
  const kept = (text: string) => {
    const id = sha256(text);
    return join(path('s-archive'), id.slice(0, 2), id.slice(2, 4), id);
  };
  const flip = (text: string) => {
    const bytes = readFileSync(kept(text));
    bytes[40]! ^= 1;
    writeFileSync(kept(text), bytes);
  };
  const isWhole = (text: string) => readFileSync(kept(text), 'utf8') === text;
  beforeEach(() => run('ingest', path('papers')));

  test('that is whole is told so', async () => {
    expect(await run('archive', 'verify')).toEqual({ code: 0, stdout: '', stderr: '2 of 2 papers whole\n' });
  });

  test('is verified paper by paper, and repaired from where the papers came from', async () => {
    flip(REPORT);
    rmSync(kept(MINUTES));
    const told = await run('archive', 'verify', '--format', 'csv');
    expect(told).toMatchObject({ code: 1, stderr: 'error: 0 of 2 papers whole\n' });
    expect(told.stdout).toMatch(/^[0-9a-f]{8},minutes\.md,missing,/m);
    expect(told.stdout).toMatch(/^[0-9a-f]{8},report\.md,damaged,/m);
    const repaired = await run('archive', 'verify', '--repair');
    expect(repaired).toMatchObject({ code: 0, stderr: '2 of 2 papers whole, 2 of them repaired\n' });
    expect([REPORT, MINUTES].map(isWhole)).toEqual([true, true]);
  });

  test('cannot be repaired from papers that changed or are gone, and says so', async () => {
    flip(REPORT);
    flip(MINUTES);
    writeFileSync(path('papers/report.md'), `${REPORT}!`);
    rmSync(path('papers/minutes.md'));
    const { code, stdout } = await run('archive', 'verify', '--repair', '--format', 'csv');
    expect(code).toBe(1);
    expect(stdout).toMatch(/,report\.md,damaged,.*,other bytes stand at .*report\.md by now$/m);
    expect(stdout).toMatch(/,minutes\.md,damaged,.*,minutes\.md cannot be opened \(ENOENT\)$/m);
  });

  test.each([[[]], [['--force']]])(
    'is told to be damaged by who reads it, and mended by ingest %j',
    async (options) => {
      flip(REPORT);
      const [id] = (await run('observations', '--paper', 'report.md', '--format', 'csv')).stdout
        .split('\n')[1]!
        .split(',');
      const shown = await run('show', id!.slice(0, 12));
      expect(shown.code).toBe(2);
      expect(shown.stderr).toMatch(/^scrutineer: the archive file .* is damaged: .*; ingest the paper again/);
      const { code, stderr } = await run('ingest', ...options, path('papers'));
      expect(code).toBe(0);
      expect(stderr).toContain('warning: what the archive kept of report.md was damaged, and is mended\n');
      expect(isWhole(REPORT)).toBe(true);
    },
  );
});
