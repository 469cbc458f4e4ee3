import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { observationSchema } from '@scrutineer/model';
import { ARCHIVE, MINUTES, noise, PICTURE, REPORT } from '../testing/papers.ts';
import { runCommand } from '../testing/run-command.ts';
import { scratchFolder } from '../testing/scratch-folder.ts';

/** A DOCX that was cut off while it was copied: the beginning of a ZIP. */
const TRUNCATED = ARCHIVE.subarray(0, 60);

describe('a file that is no paper: one sentence on standard error that names it, exit code 1', () => {
  const files = {
    'empty.md': '',
    'truncated.docx': TRUNCATED,
    'truncated.pdf': '%PDF-1.7\n1 0 obj\n<< /Type /Catalog',
    'archive.docx': ARCHIVE,
    'archive.zip': ARCHIVE,
    'picture.md': PICTURE,
    'noise.md': noise(4000),
  };
  const path = scratchFolder(files);

  test.each(Object.keys(files))('%s', async (file) => {
    for (const command of ['extract', 'text']) {
      const { code, stdout, stderr } = await runCommand([command, path(file)]);
      expect(stdout).toBe('');
      expect(stderr).toMatch(/^scrutineer: [^\n]+\n$/);
      expect(stderr).toContain(file);
      expect(code).toBe(1);
    }
  });
});

describe('commands on one paper', () => {
  const page = '<!DOCTYPE html><html><body><h1>Report</h1><p>There were 12 robberies in 2019.</p></body></html>';
  const path = scratchFolder({ 'report.md': REPORT, 'minutes.md': MINUTES, 'page.pdf': page });

  test('extract prints observations as the contract has them, and stores nothing', async () => {
    const { code, stdout } = await runCommand(['extract', path('report.md'), '--format', 'jsonl'], {
      environment: { SCRUTINEER_HOME: path('home') },
    });
    expect(code).toBe(0);
    const observations = stdout
      .trim()
      .split('\n')
      .map((line) => observationSchema.strict().parse(JSON.parse(line)));
    const figures = observations.map(({ source }) => source.figure);
    expect(figures).toEqual(expect.arrayContaining(['1,234', '120', '130', '2,400', '2,100']));
    expect((await runCommand(['papers'], { environment: { SCRUTINEER_HOME: path('home') } })).code).toBe(2);
  });

  test('extract prints what ingest stores', async () => {
    const extracted = await runCommand(['extract', path('report.md'), '--format', 'jsonl']);
    await runCommand(['ingest', path('report.md'), '--store', path('s.db')]);
    const stored = await runCommand(['observations', '--format', 'jsonl', '--store', path('s.db')]);
    expect(stored.stdout).toBe(extracted.stdout);
  });

  test('a paper without a figure is fine', async () => {
    expect(await runCommand(['extract', path('minutes.md'), '--format', 'jsonl'])).toMatchObject({
      code: 0,
      stdout: '',
    });
  });

  test('a wrong extension does not matter', async () => {
    const { code, stdout } = await runCommand(['text', path('page.pdf')]);
    expect(code).toBe(0);
    expect(stdout).toContain('There were 12 robberies in 2019.');
  });

  test('tables prints the shape that measuring tools read', async () => {
    const { stdout } = await runCommand(['tables', path('report.md'), '--format', 'json']);
    const { tables } = JSON.parse(stdout);
    expect(tables).toHaveLength(1);
    expect(Object.keys(tables[0])).toEqual(['page', 'bbox', 'title', 'parts', 'cells']);
    expect(tables[0]).toMatchObject({ page: null, bbox: null, parts: [] });
    expect(tables[0].cells).toHaveLength(9);
    expect(tables[0].cells[5]).toEqual({ row: 1, col: 2, rowSpan: 1, colSpan: 1, text: '130', page: null, bbox: null });
  });

  test('tables draws them for people', async () => {
    const { stdout } = await runCommand(['tables', path('report.md')]);
    expect(stdout).toMatch(
      /^table 1.* \(3 rows, 3 columns\)\nOffence \| Apr - Jun 2018 \| Apr - Jun 2019\nRobbery \| 120 {12}\| 130\n/,
    );
  });

  test('tables --overlay draws each page of a PDF, and says of another paper that it has none', async () => {
    const sample = fileURLToPath(new URL('../../../../samples/papers/pdf/cumbria-panel-2018-q1.pdf', import.meta.url));
    const folder = path('pages');
    const { code, stderr } = await runCommand(['tables', sample, '--overlay', folder]);
    expect([code, stderr]).toEqual([0, expect.stringContaining('2 pages of')]);
    const pictures = readdirSync(folder).sort();
    expect(pictures).toEqual(['page-1.png', 'page-2.png']);
    for (const picture of pictures) expect(readFileSync(join(folder, picture)).subarray(1, 4).toString()).toBe('PNG');
    const refused = await runCommand(['tables', path('report.md'), '--overlay', folder]);
    expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining('has no pages to draw')]);
  });

  test('a page timeout that is no number of seconds is refused', async () => {
    const { code, stderr } = await runCommand(['text', path('report.md'), '--page-timeout', '0']);
    expect([code, stderr]).toEqual([2, expect.stringContaining('number of seconds above 0')]);
  });

  test('text prints the outline, or the text that offsets point into', async () => {
    expect((await runCommand(['text', path('report.md')])).stdout).toContain('# Quarterly crime report');
    expect((await runCommand(['text', path('report.md'), '--plain'])).stdout).toBe(REPORT);
  });

  test('a reader that stops early is no fault', async () => {
    const main = fileURLToPath(new URL('../../bin/scrutineer.mjs', import.meta.url));
    const child = spawn(process.execPath, [main, 'text', path('report.md')]);
    let complaints = '';
    child.stderr.on('data', (text) => {
      complaints += text;
    });
    child.stdout.destroy();
    expect(await once(child, 'close')).toEqual([0, null]);
    expect(complaints).toBe('');
  });
});

describe('quantities', () => {
  test('gives one line for each sentence, in order', async () => {
    const input = '{"id":"a","text":"No figure here."}\n\n{"id":7,"text":"Robbery fell by 12% to 130."}\n';
    const { code, stdout } = await runCommand(['quantities', '--format', 'jsonl'], { input });
    expect(code).toBe(0);
    const lines = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines[0]).toEqual({ id: 'a', quantities: [] });
    expect(lines[1].id).toBe(7);
    expect(lines[1].quantities.map(({ value }: { value: number }) => value)).toEqual([12, 130]);
  });

  test.each(['not JSON', '{"id":"a"}', 'null'])(
    'a line that is no sentence ends with 2 and its number: %s',
    async (line) => {
      const { code, stderr } = await runCommand(['quantities'], { input: `{"id":"a","text":"b"}\n${line}\n` });
      expect(code).toBe(2);
      expect(stderr).toContain('line 2 of standard input is not an object with "id" and "text"');
    },
  );
});
