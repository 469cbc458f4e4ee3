import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { sql } from 'kysely';
import { listPapers, openStore, writePaper } from './index.ts';
import { storeConformance } from './testing/conformance.ts';
import { historyConformance } from './testing/history-conformance.ts';
import { sampleFacts, samplePaper } from './testing/sample-paper.ts';

describe('SQLite', () => {
  storeConformance(() => openStore(':memory:'));
  historyConformance(() => openStore(':memory:'));
});

describe('a store in a file', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'scrutineer-store-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test('is made with its folder, kept, and opened again', async () => {
    const path = join(folder, 'deep', 'er', 'scrutineer.db');
    const store = await openStore(path);
    await writePaper(store, samplePaper('a'));
    await store.close();
    const again = await openStore(path);
    expect(await listPapers(again)).toHaveLength(1);
    await again.close();
  });

  test('opens in any SQLite tool, with one flat row an observation', async () => {
    const path = join(folder, 'scrutineer.db');
    const store = await openStore(path);
    const paper = samplePaper('a');
    await writePaper(store, { ...paper, extraction: { ...paper.extraction, facts: sampleFacts('2019-07-04') } });
    await store.close();
    const database = new DatabaseSync(path);
    const row = database.prepare('select * from observation_view').get();
    expect(row).toMatchObject({
      measure: 'Burglary',
      area: 'Westmarch',
      period_start: '2019-04-01',
      period_end: '2019-06-30',
      value: 1234,
      unit: 'count',
      figure: '1,234',
      line: 7,
      file: 'a.md',
      title: 'Quarterly report',
      paper_date: '2019-07-04',
      superseded_by: null,
    });
    expect(database.prepare('select title, reporting_period, observations from paper_view').get()).toMatchObject({
      title: 'Quarterly report',
      reporting_period: '2019-04-01/2019-06-30',
      observations: 1,
    });
    database.close();
  });

  test('processes that open a new store and write at the same time all succeed', async () => {
    const path = join(folder, 'scrutineer.db');
    const script = fileURLToPath(new URL('./testing/write-one-paper.ts', import.meta.url));
    const write = (text: string) => promisify(execFile)(process.execPath, [script, path, text]);
    await Promise.all(['a', 'b', 'c'].map(write));
    const store = await openStore(path);
    expect((await listPapers(store)).map(({ file }) => file)).toEqual(['a.md', 'b.md', 'c.md']);
    await store.close();
  });

  test('a file that is no database is refused in one sentence that names it', async () => {
    const path = join(folder, 'letter.txt');
    writeFileSync(path, 'Dear Sir or Madam, '.repeat(100));
    await expect(openStore(path)).rejects.toThrow(`the store ${path} cannot be opened: file is not a database`);
  });

  test('is opened as one that anybody may have made', async () => {
    const path = join(folder, 'scrutineer.db');
    await (await openStore(path)).close();
    const made = new DatabaseSync(path);
    made.exec("create view harm as select load_extension('x') as done");
    made.close();
    await expect(openStore(path)).rejects.toThrow(`the store ${path} cannot be brought up to date`);
    const store = await openStore(path, { toRead: true });
    const setting = async (name: string) =>
      Object.values((await sql.raw(`pragma ${name}`).execute(store.db)).rows[0]!)[0];
    expect(await Promise.all(['trusted_schema', 'cell_size_check', 'mmap_size'].map(setting))).toEqual([0, 1, 0]);
    await expect(sql`select * from harm`.execute(store.db)).rejects.toThrow(
      /unsafe use of load_extension|not authorized/,
    );
    await sql`pragma writable_schema = on`.execute(store.db);
    await expect(sql`update sqlite_schema set sql = ''`.execute(store.db)).rejects.toThrow(/may not be modified/);
    await store.close();
  });

  test('that is only read is not written, not even beside it', async () => {
    const path = join(folder, 'scrutineer.db');
    const writer = await openStore(path);
    await writePaper(writer, samplePaper('a'));
    await writer.close();
    const before = readFileSync(path);
    const reader = await openStore(path, { toRead: true });
    expect(await listPapers(reader)).toHaveLength(1);
    await reader.close();
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(readdirSync(folder)).toEqual(['scrutineer.db']);
  });

  test('a store of a newer version is refused', async () => {
    const path = join(folder, 'scrutineer.db');
    await (await openStore(path)).close();
    const database = new DatabaseSync(path);
    database.exec("insert into kysely_migration (name, timestamp) values ('999-from-the-future', '2099')");
    database.close();
    await expect(openStore(path)).rejects.toThrow(/cannot be brought up to date.*999-from-the-future/);
  });
});
