import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { observationOfRecord, readCsv, readDataPackage } from '@scrutineer/export/testing';
import { parquetReadObjects } from 'hyparquet';
import readExcelFile from 'read-excel-file/node';
import { runCommand } from '../testing/run-command.ts';
import { sampleStore } from '../testing/sample-store.ts';

const SHA256 = /^[0-9a-f]{64}$/;

describe('export of the sample papers', () => {
  const store = sampleStore();
  const run = (...args: string[]) => runCommand(['export', ...args, '--store', store.path]);
  const observations = () => store.found.map(({ observation }) => observation);

  async function written(format: string, name: string, ...filters: string[]): Promise<string> {
    const path = store.beside(name);
    expect(await run('--format', format, '--output', path, ...filters)).toEqual({ code: 0, stdout: '', stderr: '' });
    return path;
  }

  test('the samples state many figures, some without a period and some of an unknown measure', () => {
    expect(observations().length).toBeGreaterThan(1000);
    expect(observations().some(({ period }) => period === null)).toBe(true);
    expect(observations().some(({ measure }) => measure.id === null)).toBe(true);
  });

  test('csv and jsonl on standard output hold what the store holds', async () => {
    const { stdout: csv } = await run();
    expect(readCsv(csv).map(observationOfRecord)).toEqual(observations());
    const { stdout: lines } = await run('--format', 'jsonl');
    expect(lines).toBe(
      observations()
        .map((observation) => `${JSON.stringify(observation)}\n`)
        .join(''),
    );
  });

  test('observations --format csv prints the same', async () => {
    const { stdout } = await runCommand(['observations', '--format', 'csv', '--store', store.path]);
    expect(stdout).toBe((await run('--format', 'csv')).stdout);
  });

  test.each(['csvw', 'datapackage'])('%s holds observations and their papers', async (format) => {
    const folder = await written(format, format);
    const records = readCsv(await readFile(join(folder, 'observations.csv'), 'utf8'));
    expect(records.map(observationOfRecord)).toEqual(observations());
    const papers = readCsv(await readFile(join(folder, 'papers.csv'), 'utf8'));
    expect(new Set(papers.map(({ id }) => id))).toEqual(new Set(observations().map(({ paper }) => paper)));
    for (const { id, date } of papers) {
      expect(id).toMatch(SHA256);
      expect(date).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    }
  });

  test('every row of the data package is valid by its schema', async () => {
    const read = await readDataPackage(await written('datapackage', 'valid'));
    expect(read.map(({ id, value, out_of }) => ({ id, value, outOf: out_of ?? undefined }))).toEqual(
      observations().map(({ id, value, outOf }) => ({ id, value, outOf })),
    );
  });

  test('parquet holds what the store holds', async () => {
    const bytes = await readFile(await written('parquet', 'all.parquet'));
    const records = await parquetReadObjects({ file: new Uint8Array(bytes).buffer });
    expect(records.map(observationOfRecord)).toEqual(observations());
  });

  test('excel holds the figures of every group of measures, with their places', async () => {
    const sheets = await readExcelFile(await readFile(await written('excel', 'all.xlsx')));
    expect(sheets.map(({ sheet }) => sheet)).toEqual(expect.arrayContaining(['Recorded crime', 'Other measures']));
    const rows = new Map<unknown, Record<string, unknown>>();
    for (const { data } of sheets) {
      const [titles, ...cells] = data;
      for (const row of cells) {
        const record = Object.fromEntries(titles!.map((title, index) => [title, row[index]]));
        rows.set(record.Id, record);
      }
    }
    expect(rows.size).toBe(observations().length);
    for (const { observation, file } of store.found) {
      expect(rows.get(observation.id)).toMatchObject({
        Place: `${file} line ${observation.source.line}`,
        Measure: observation.measure.label,
        Value: observation.value,
        Period: observation.period,
        Figure: observation.source.figure,
        'Period to': observation.period === null ? null : new Date(observation.period.split('/').at(-1)!),
      });
    }
  });

  test.each(['csv', 'sdmx-csv', 'excel', 'parquet'])('%s of the same store is the same bytes', async (format) => {
    const name = format === 'sdmx-csv' ? 'same' : `same.${format === 'excel' ? 'xlsx' : format}`;
    const contents = async () => {
      const path = await written(format, name, '--paper', 'cumbria-panel-2018-q1.md');
      if (format !== 'sdmx-csv') return [await readFile(path)];
      return Promise.all((await readdir(path)).sort().map((file) => readFile(join(path, file))));
    };
    expect(await contents()).toEqual(await contents());
  });

  test('filters choose, as those of observations do', async () => {
    const { stdout } = await run('--format', 'jsonl', '--measure', 'burglary', '--statistic', 'change');
    const chosen = stdout
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line));
    expect(chosen.length).toBeGreaterThan(3);
    for (const { measure, statistic } of chosen) {
      expect([/burglary/i.test(`${measure.label} ${measure.id}`), statistic]).toEqual([true, 'change']);
    }
  });

  test.each([
    [['--format', 'excel'], 'needs --output: a file to write'],
    [['--format', 'csvw'], 'needs --output: a folder to write'],
    [['--format', 'html', '--output', 'x.html'], 'needs --paper'],
    [['--paper', 'other.md'], 'the store holds no paper "other.md"'],
  ])('%j is told', async (args, sentence) => {
    const { code, stderr } = await run(...args);
    expect(code).toBe(2);
    expect(stderr).toContain(sentence);
  });

  test('only what the format would write is replaced', async () => {
    const notes = store.beside('notes.txt');
    await writeFile(notes, 'mine');
    await mkdir(store.beside('folder.csv'));
    for (const [output, sentence] of [
      [notes, 'is no .csv file'],
      [store.beside('folder.csv'), 'is a folder'],
      [store.beside('none/all.csv'), 'cannot be written'],
    ]) {
      const { code, stderr } = await run('--output', output!);
      expect({ code, told: stderr.includes(sentence!) }).toEqual({ code: 2, told: true });
    }
    const { code, stderr } = await run('--format', 'csvw', '--output', notes);
    expect({ code, told: stderr.includes('is no folder') }).toEqual({ code: 2, told: true });
    expect(await readFile(notes, 'utf8')).toBe('mine');
  });

  test('what else is in a folder is left there', async () => {
    const folder = store.beside('mixed');
    await mkdir(folder);
    await writeFile(join(folder, 'mine.txt'), 'mine');
    await written('datapackage', 'mixed', '--measure', 'nothing of that name');
    expect((await readdir(folder)).sort()).toEqual(['datapackage.json', 'mine.txt', 'observations.csv', 'papers.csv']);
  });
});
