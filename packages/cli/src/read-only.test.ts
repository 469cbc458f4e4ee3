import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type Disk, describeWithDisks, mountDisk } from '@scrutineer/testkit';
import { ingestedStore } from './testing/ingested-store.ts';
import { runCommand } from './testing/run-command.ts';
import { TWO_QUARTERS } from './testing/two-quarters.ts';

/** Every command that only reads. */
const COMMANDS: readonly (readonly string[])[] = [
  ['papers'],
  ['papers', '--failed'],
  ['observations', '--format', 'jsonl'],
  ['series', 'hate crime', '--format', 'svg'],
  ['compare', 'q1.md', 'q2.md'],
  ['audit'],
  ['measures', '--unmatched'],
  ['export', '--format', 'csv'],
  ['export', '--format', 'html', '--paper', 'q1.md', '--output', 'OUT/q1.html'],
  ['export', '--format', 'datapackage', '--output', 'OUT/package'],
  ['show', 'ID'],
  ['explain', 'ID'],
  ['archive', 'verify'],
  ['extract', 'PAPER'],
  ['tables', 'PAPER'],
  ['text', 'PAPER'],
  ['coverage', 'PAPER'],
];

describeWithDisks('a store, an archive and papers on a disk that cannot be written', () => {
  const store = ingestedStore(TWO_QUARTERS);
  let disk: Disk;
  const on = (name: string) => join(disk.path, name);
  const copy = () => {
    for (const name of ['s.db', 's-archive', 'papers']) cpSync(store.beside(name), on(name), { recursive: true });
  };
  const run = (args: readonly string[], out: string, path: string) => {
    const filled = args.map((arg) => arg.replace('OUT', out).replace('PAPER', on('papers/q1.md')).replace(/^ID$/, id));
    return runCommand([...filled, '--store', path]);
  };
  let id: string;
  beforeAll(async () => {
    id = (await store.run('observations', '--format', 'csv')).stdout.split('\n')[1]!.split(',')[0]!;
  });
  beforeEach(() => {
    disk = mountDisk(64 * 2 ** 20);
  });
  afterEach(() => disk.remove());

  test('are read by every command that reads, as where they can be written', async () => {
    copy();
    const before = readFileSync(on('s.db'));
    disk.makeReadOnly();
    for (const [index, args] of COMMANDS.entries()) {
      const outs = ['there', 'here'].map((name) => store.beside(`${name}-${index}`));
      for (const out of outs) mkdirSync(out);
      const expected = await run(args, outs[0]!, store.path());
      const outcome = await run(args, outs[1]!, on('s.db'));
      expect({ args, code: outcome.code, stdout: outcome.stdout }).toEqual({ args, code: 0, stdout: expected.stdout });
      const files = outs.map((out) => readdirSync(out, { recursive: true }).length > 0);
      expect(files).toEqual(Array(2).fill(args.some((arg) => arg.includes('OUT'))));
    }
    expect(readFileSync(on('s.db')).equals(before)).toBe(true);
  }, 120_000);

  test('are read where the last writer left what is not merged yet', async () => {
    copy();
    const writer = new DatabaseSync(on('s.db'));
    writer.exec("pragma wal_autocheckpoint = 0; update paper set file = 'renamed.md' where file = 'q1.md'");
    for (const ending of ['', '-wal', '-shm']) cpSync(on(`s.db${ending}`), on(`left.db${ending}`));
    writer.close();
    disk.makeReadOnly();
    const { code, stdout } = await run(['export'], '', on('left.db'));
    expect({ code, told: stdout.includes('renamed.md') }).toEqual({ code: 0, told: true });
  });

  test('are refused in one sentence by what writes', async () => {
    copy();
    disk.makeReadOnly();
    for (const args of [
      ['ingest', store.beside('papers')],
      ['acknowledge', 'a', '--note', 'x'],
    ]) {
      const { code, stderr } = await run(args, '', on('s.db'));
      expect(code).toBe(2);
      expect(stderr).toMatch(
        /^scrutineer: the store \S+s\.db cannot be (opened|written): [^\n]+ cannot be written[^\n]*\n$/,
      );
    }
  });

  test('that are of another version are refused by what reads, too', async () => {
    copy();
    const database = new DatabaseSync(on('s.db'));
    database.exec("delete from kysely_migration where name like '002%'; pragma journal_mode = delete");
    database.close();
    disk.makeReadOnly();
    const { code, stderr } = await run(['papers'], '', on('s.db'));
    expect(code).toBe(2);
    expect(stderr).toMatch(/^scrutineer: the store .* is of another version of this program and cannot be written/);
  });

  test('are read from a whole file system without anything that can be written', async () => {
    copy();
    rmSync(on('papers'), { recursive: true });
    disk.makeReadOnly();
    const { code, stdout } = await runCommand(['observations', '--format', 'csv', '--store', on('s.db')], {
      environment: { TMPDIR: disk.path, HOME: disk.path, NODE_COMPILE_CACHE: on('cache') },
      folder: disk.path,
    });
    expect({ code, told: stdout.includes('Hate crime') }).toEqual({ code: 0, told: true });
  });
});
