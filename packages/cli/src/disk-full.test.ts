import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdirSync, openSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Disk, describeWithDisks, ingestOnFullDisk, mountDisk } from '@scrutineer/testkit';
import { ingestedStore } from './testing/ingested-store.ts';
import { REPORT } from './testing/papers.ts';
import { MAIN } from './testing/run-command.ts';
import { scratchFolder } from './testing/scratch-folder.ts';

const FULL = /^scrutineer: disk full: the (?:store|archive file) \/\S+ cannot be written; free some space/m;

describeWithDisks('a disk that is full', () => {
  const path = scratchFolder();
  const { run } = ingestedStore({ 'report.md': REPORT });
  let disk: Disk;
  beforeEach(() => {
    disk = mountDisk(64 * 1024);
  });
  afterEach(() => disk.remove());

  test('ends ingest with one sentence and its own exit code, at any point; run again it is as if nothing had been', async () => {
    mkdirSync(path('papers'));
    for (let index = 0; index < 4; index += 1)
      writeFileSync(join(path('papers'), `${index}.md`), `${REPORT.repeat(20)}\n${index}\n`);
    for (const { code, stderr, healed, size } of await ingestOnFullDisk(path('papers'), 4)) {
      expect({ size, code, healed }).toEqual({ size, code: 5, healed: true });
      expect(stderr).toMatch(FULL);
      expect(stderr).not.toMatch(/^ +at /m);
    }
  }, 60_000);

  test('that holds the archive alone ends ingest as well, and names the file', async () => {
    mkdirSync(path('papers'));
    writeFileSync(path('papers/a.md'), REPORT.repeat(400));
    const { code, stderr } = await run('ingest', path('papers'), '--archive', join(disk.path, 'archive'));
    expect(stderr).toMatch(
      /^scrutineer: disk full: the archive file \S+\/archive\/\S+ cannot be written; free some space/m,
    );
    expect(code).toBe(5);
    expect(readdirSync(disk.path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())).toEqual(
      [],
    );
  });

  test.each(['csv', 'excel'])('ends an export as %s with a sentence, and leaves no part of it', async (format) => {
    writeFileSync(join(disk.path, 'filler'), Buffer.alloc(64 * 1024));
    const file = join(disk.path, `all.${format === 'excel' ? 'xlsx' : format}`);
    const { code, stderr } = await run('export', '--format', format, '--output', file);
    expect(stderr).toBe(
      `scrutineer: disk full: ${file} cannot be written; free some space there and run the same again\n`,
    );
    expect(code).toBe(5);
  });
});

(process.platform === 'linux' ? describe : describe.skip)('standard output without room (/dev/full of Linux)', () => {
  const store = ingestedStore({ 'report.md': REPORT });

  test.each(['export', 'papers'])('ends %s with a sentence', async (command) => {
    const stdout = openSync('/dev/full', 'w');
    const child = spawn(process.execPath, [MAIN, command, '--store', store.path()], {
      stdio: ['ignore', stdout, 'pipe'],
    });
    let stderr = '';
    child.stderr!.setEncoding('utf8').on('data', (text) => {
      stderr += text;
    });
    const [code] = await once(child, 'close');
    closeSync(stdout);
    expect(stderr).toBe(
      'scrutineer: disk full: standard output cannot be written; free some space there and run the same again\n',
    );
    expect(code).toBe(5);
  });
});
