import { existsSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { stripVTControlCharacters } from 'node:util';
import { MINUTES, noise, REPORT } from '../testing/papers.ts';
import { type RunOptions, runCommand } from '../testing/run-command.ts';
import { scratchFolder } from '../testing/scratch-folder.ts';

describe('ingest', () => {
  const path = scratchFolder({
    'papers/report.md': REPORT,
    'papers/minutes.md': MINUTES,
    'papers/broken.pdf': noise(2000),
    'papers/empty.md': '',
    'latin/old.md': new Uint8Array(Buffer.from('It has cost \xa35m.\n', 'latin1')),
    'empty-folder/notes.txt': 'nothing to read',
  });
  const run = (args: readonly string[], options?: RunOptions) =>
    runCommand([...args, '--store', path('s.db')], options);

  test('a broken paper among good ones: they are stored, it is told, and the exit code is 1', async () => {
    const { code, stdout, stderr } = await run(['ingest', path('papers')]);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^broken\.pdf +failed$/m);
    expect(stdout).toMatch(/^minutes\.md +read +0$/m);
    expect(stdout).toMatch(/^all +4 +\d+$/m);
    expect(stderr).toMatch(/^error: .*broken\.pdf.*$/m);
    expect(stderr).not.toMatch(/^ +at /m);
    const papers = await run(['papers', '--format', 'jsonl']);
    const files = papers.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).file);
    expect(files.sort()).toEqual(['minutes.md', 'report.md']);
    const failed = await run(['papers', '--failed']);
    expect(failed.code).toBe(0);
    expect(failed.stdout).toMatch(/^broken\.pdf .*\nempty\.md .*empty/m);
  });

  test('the same output at any number of jobs', async () => {
    const outputs = [];
    for (const jobs of ['1', '2']) {
      const args = ['ingest', path('papers'), '--force', '--jobs', jobs, '--store', path(`jobs-${jobs}.db`)];
      const { stdout, stderr } = await runCommand(args);
      const observations = await runCommand(['observations', '--format', 'jsonl', '--store', path(`jobs-${jobs}.db`)]);
      outputs.push({ stdout, stderr, observations });
    }
    expect(outputs[1]).toEqual(outputs[0]);
  });

  test('a paper that was read before is passed over, unless it is forced', async () => {
    await run(['ingest', path('papers/report.md')]);
    expect((await run(['ingest', path('papers/report.md')])).stdout).toMatch(/^report\.md +read before$/m);
    expect((await run(['ingest', '--force', path('papers/report.md')])).stdout).toMatch(
      /^report\.md +read again +\d+$/m,
    );
  });

  test('a path that does not exist ends with 2, and nothing is read', async () => {
    const { code, stderr } = await run(['ingest', path('papers/report.md'), path('nowhere.md')]);
    expect(code).toBe(2);
    expect(stderr).toBe(`scrutineer: there is no file or folder ${path('nowhere.md')}\n`);
    expect(existsSync(path('s.db'))).toBe(false);
  });

  test('a folder without papers ends with 1 and one sentence', async () => {
    const { code, stdout, stderr } = await run(['ingest', path('empty-folder')]);
    expect(code).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toMatch(
      /^error: the folder .*empty-folder holds no papers: .*; give a folder with such files in it\n$/,
    );
  });

  test('a text that is not UTF-8 leaves nothing but its failure', async () => {
    const store = ['--store', path('latin.db')];
    const { code, stderr } = await runCommand(['ingest', path('latin/old.md'), ...store]);
    expect(code).toBe(1);
    expect(stderr).toBe(
      'error: old.md is not valid UTF-8 at line 1, character 13 (byte A3 at offset 12); save it as UTF-8\n',
    );
    expect((await runCommand(['papers', '--format', 'jsonl', ...store])).stdout).toBe('');
    expect((await runCommand(['observations', '--format', 'jsonl', ...store])).stdout).toBe('');
    expect((await runCommand(['papers', '--failed', ...store])).stdout).toMatch(/^old\.md .*save it as UTF-8/m);
  });

  test('the log is one JSON object a line where that is asked for', async () => {
    const { stderr } = await run(['--json', 'ingest', path('papers')]);
    const entries = stderr
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(entries.map(({ level, file }) => `${level} ${file}`)).toEqual([
      'error broken.pdf',
      'error empty.md',
      'info minutes.md',
      'info report.md',
    ]);
  });

  test('colours are for terminals, and for those who ask', async () => {
    await run(['ingest', path('papers')]);
    const plain = await run(['ingest', path('papers'), '--force']);
    expect(stripVTControlCharacters(plain.stdout + plain.stderr)).toBe(plain.stdout + plain.stderr);
    const coloured = await run(['ingest', path('papers'), '--force'], { environment: { FORCE_COLOR: '1' } });
    expect(coloured.stdout).not.toBe(plain.stdout);
    expect(stripVTControlCharacters(coloured.stdout)).toBe(plain.stdout);
    const uncoloured = await run(['ingest', path('papers'), '--force'], { environment: { NO_COLOR: '1' } });
    expect(uncoloured).toEqual(plain);
  });
});

describe('ingest of web addresses', () => {
  const path = scratchFolder();
  let server: Server;
  let url: string;
  beforeAll(async () => {
    server = createServer((_, response) => response.end(REPORT));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/report.md`;
  });
  afterAll(() => server.close());

  test('a private address is refused, unless its host is allowed', async () => {
    const refused = await runCommand(['ingest', url, '--store', path('s.db')]);
    expect(refused.code).toBe(1);
    expect(refused.stderr).toMatch(
      /127\.0\.0\.1 is not on the public internet .*; save the paper and give the file, .*--allow-host 127\.0\.0\.1`$/m,
    );
    const allowed = await runCommand(['ingest', url, '--allow-host', '127.0.0.1', '--store', path('s.db')]);
    expect(allowed.code).toBe(0);
    expect(allowed.stdout).toMatch(/^report\.md +read +\d+$/m);
    expect((await runCommand(['papers', '--failed', '--store', path('s.db')])).stdout).toBe('');
  });
});
