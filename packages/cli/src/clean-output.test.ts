import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import JSZip from 'jszip';
import { ingestedStore } from './testing/ingested-store.ts';
import { REPORT } from './testing/papers.ts';
import { runCommand } from './testing/run-command.ts';
import { scratchFolder } from './testing/scratch-folder.ts';

/** Colours red, clears the screen, rings, goes back, and turns the direction of writing. */
const OBEYED = '\u001b[31m\u001b[2J\u0007\u009b2J\u202e';
const FILE = `evil\u001b]0;owned\u0007-${'\u202e'}paper.md`;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not be there
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

const PAPER = `# Quarterly${OBEYED} crime report

## Westmarch Police and Crime Panel, 4 July 2019

There were 1,234 burglaries${OBEYED} in the 12 months to 30 June 2019. Robbery${OBEYED} fell by 12%.

| Offence | Apr - Jun 2018 | Apr - Jun 2019 | Change |
| --- | --- | --- | --- |
| Robbery${OBEYED} of persons | 120 | 130 | 20 |
${'Words without anything in them. '.repeat(200)}
`;

describe('what papers and names of files hold is shown, and obeyed by no terminal', () => {
  const store = ingestedStore({ [FILE]: PAPER, 'broken\u001b[2J.md': '' });
  let id: string;
  beforeAll(async () => {
    id = (await store.run('observations', '--format', 'csv')).stdout.split('\n')[1]!.split(',')[0]!;
  });

  test.each([
    ['papers'],
    ['papers', '--failed'],
    ['papers', '--format', 'jsonl'],
    ['observations'],
    ['observations', '--format', 'jsonl'],
    ['show', 'ID'],
    ['explain', 'ID'],
    ['audit'],
    ['audit', '--format', 'markdown'],
    ['series', 'robbery'],
    ['text', 'FILE'],
    ['text', 'FILE', '--plain'],
    ['tables', 'FILE'],
    ['tables', 'FILE', '--format', 'json'],
    ['extract', 'FILE'],
    ['coverage', 'FILE'],
    ['ingest', 'FOLDER', '--force'],
    ['ingest', 'FOLDER', '--force', '--json'],
    ['ingest', 'FILE.none'],
  ])('%s %s %s', async (...args) => {
    const folder = store.beside('papers');
    const filled = args.map((arg) =>
      arg.replace('FILE', join(folder, FILE)).replace('FOLDER', folder).replace(/^ID$/, id),
    );
    const { stdout, stderr } = await store.run(...filled);
    expect(stdout + stderr).not.toBe('');
    for (const text of [stdout, stderr]) expect(CONTROLS.exec(text)?.input.slice(0, 500) ?? null).toBeNull();
  });

  test('the text that offsets point into is as long as it was', async () => {
    const { stdout } = await store.run('text', '--plain', join(store.beside('papers'), FILE));
    expect(stdout).toHaveLength(PAPER.length);
  });
});

describe('what is published tells no folder of this machine where that is asked for', () => {
  const store = ingestedStore({ 'report.md': REPORT });
  const here = () => store.beside('');

  test.each(['csv', 'jsonl'])('in %s', async (format) => {
    const { stdout } = await store.run('export', '--format', format, '--no-local-paths');
    expect(stdout).toContain('1,234');
    expect(stdout).not.toContain(here());
  });

  test.each([
    ['csvw', 'folder'],
    ['datapackage', 'folder'],
    ['sdmx-csv', 'folder'],
    ['excel', 'all.xlsx'],
    ['html', 'report.html'],
  ])('in %s', async (format, name) => {
    const output = store.beside(`${format}-${name}`);
    const paper = format === 'html' ? ['--paper', 'report.md'] : [];
    expect(
      await store.run('export', '--format', format, ...paper, '--output', output, '--no-local-paths'),
    ).toMatchObject({ code: 0 });
    const text = (await textsIn(name === 'folder' ? filesIn(output) : [output])).join('\n');
    expect(text).toContain('report.md');
    expect(text).not.toContain(here());
    expect(text).not.toContain(encodeURI(here()));
  });

  test('a report tells the path from the current folder on, or the name alone', async () => {
    const report = ['export', '--format', 'html', '--paper', 'report.md', '--store', store.path(), '--output'];
    const textOf = async (folder: string) => {
      await runCommand([...report, join(here(), 'r.html')], { folder });
      return readFileSync(join(here(), 'r.html'), 'utf8');
    };
    expect(await textOf(here())).toContain('papers/report.md');
    const elsewhere = await textOf('/');
    expect(await textOf(join(here(), 's-archive'))).not.toContain(here());
    expect(elsewhere).toContain('report.md');
  });
});

/** The texts of files; of a workbook those of its parts. */
async function textsIn(paths: readonly string[]): Promise<string[]> {
  const texts = paths.map(async (path) => {
    if (!path.endsWith('.xlsx')) return readFileSync(path, 'utf8');
    const { files } = await JSZip.loadAsync(readFileSync(path));
    return (await Promise.all(Object.values(files).map((file) => file.async('string')))).join('\n');
  });
  return Promise.all(texts);
}

function filesIn(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
}

(process.platform === 'win32' ? describe.skip : describe)('files of another kind (not on Windows)', () => {
  const path = scratchFolder({ 'papers/a.md': REPORT });

  test('a pipe, a socket or a device is told at once', async () => {
    execFileSync('mkfifo', [path('pipe.md')]);
    const socket = createServer();
    await new Promise<void>((resolve) => socket.listen(path('socket.md'), resolve));
    for (const [file, what] of [
      [path('pipe.md'), 'a pipe'],
      [path('socket.md'), 'a socket'],
      ['/dev/zero', 'a device'],
    ] as const) {
      for (const command of ['ingest', 'extract', 'enqueue']) {
        const { code, stderr } = await runCommand([command, file, '--store', path('s.db')]);
        expect([code, stderr]).toEqual([2, `scrutineer: ${file} is ${what} and no file; save it as a file first\n`]);
      }
    }
    socket.close();
  });

  test('files whose names are not UTF-8 are read, found again, and named', async () => {
    const folder = Buffer.concat([Buffer.from(`${path('papers')}/`), Buffer.from('caf\xe9', 'latin1')]);
    mkdirSync(folder);
    writeFileSync(Buffer.concat([folder, Buffer.from('/na\xefve.md', 'latin1')]), `${REPORT}\nAgain.\n`);
    const run = (...args: string[]) => runCommand([...args, '--store', path('s.db')]);
    expect(await run('ingest', path('papers'))).toMatchObject({ code: 0 });
    const papers = (await run('papers', '--format', 'csv')).stdout;
    expect(papers).toContain(`,na\ufffdve.md,file://${path('papers')}/caf%E9/na%EFve.md,`);
    expect(papers).toContain(`,a.md,${path('papers')}/a.md,`);
    expect((await run('ingest', path('papers'))).stdout).toMatch(/^na\ufffdve\.md +read before$/m);
    expect((await run('extract', `${path('papers')}/caf\ufffd/na\ufffdve.md`)).stdout).toContain('1,234');
    expect((await run('extract', `file://${path('papers')}/caf%E9/na%EFve.md`)).stdout).toContain('1,234');
    expect(await run('archive', 'verify', '--repair')).toMatchObject({ code: 0 });
  });
});
