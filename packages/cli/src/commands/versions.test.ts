import { copyFileSync, writeFileSync } from 'node:fs';
import { runCommand } from '../testing/run-command.ts';
import { scratchFolder } from '../testing/scratch-folder.ts';

const report = (burglaries: number) => `# Crime report\n\nThere were ${burglaries} burglaries in 2019.\n`;

describe('versions of a paper', () => {
  const path = scratchFolder();
  const ingest = (...files: string[]) => runCommand(['ingest', ...files.map(path), '--store', path('s.db')]);
  const values = async (...args: string[]) => {
    const { stdout } = await runCommand(['observations', '--store', path('s.db'), '--format', 'jsonl', ...args]);
    return stdout
      .split('\n')
      .filter(Boolean)
      .map((line) => (JSON.parse(line) as { value: number }).value);
  };

  test('a name means what stands there now, also after bytes came back', async () => {
    for (const burglaries of [100, 200, 100]) {
      writeFileSync(path('a.md'), report(burglaries));
      await ingest('a.md');
      expect(await values('--paper', 'a.md')).toEqual([burglaries]);
      expect(await values()).toEqual([burglaries]);
    }
    expect((await values('--paper', 'a.md', '--superseded')).sort()).toEqual([100, 200]);
  });

  test('the same bytes at two paths are listed and found under both', async () => {
    writeFileSync(path('a.md'), report(100));
    copyFileSync(path('a.md'), path('copy.md'));
    await ingest('a.md', 'copy.md');
    expect((await runCommand(['papers', '--store', path('s.db')])).stdout).toContain('a.md, copy.md');
    expect(await values('--paper', 'copy.md')).toEqual([100]);
    expect(await values()).toEqual([100]);
  });
});
