import { chownSync, statSync } from 'node:fs';
import { type Disk, describeWithDisks, describeWithServices, mountDisk } from '@scrutineer/testkit';
import { sql } from 'kysely';
import {
  findObservations,
  listFailures,
  listPapers,
  openStore,
  pingStore,
  recordFailure,
  type Store,
  StoreFullError,
  StoreUnreachableError,
  writePaper,
} from './index.ts';
import { storeConformance } from './testing/conformance.ts';
import { historyConformance } from './testing/history-conformance.ts';
import { sampleObservation, samplePaper } from './testing/sample-paper.ts';
import { unsoundPapers } from './testing/unsound-papers.ts';

const PASSWORD = 'not-to-be-told';

describeWithServices('PostgreSQL', { services: ['postgres'] }, ({ postgres }) => {
  const open = async () => {
    const store = await openStore(postgres().url);
    await empty(store);
    return store;
  };
  storeConformance(open);
  historyConformance(open);

  test('several that open a new store at once make its tables once', async () => {
    const first = await openStore(postgres().url);
    await sql`drop schema public cascade`.execute(first.db);
    await sql`create schema public`.execute(first.db);
    const stores = await Promise.all([1, 2, 3].map(() => openStore(postgres().url)));
    expect(await listPapers(stores[2]!)).toEqual([]);
    await Promise.all([first, ...stores].map((store) => store.close()));
  });

  test('text is ordered by code point and not as a language would', async () => {
    const store = await openStore(postgres().url);
    await empty(store);
    for (const text of ['b', 'B', 'a', 'é', 'Z']) await writePaper(store, samplePaper(text));
    const files = (await Array.fromAsync(findObservations(store))).map(({ file }) => file);
    expect(files).toEqual(['B.md', 'Z.md', 'a.md', 'b.md', 'é.md']);
    await store.close();
  });

  test('is read by who may not write', async () => {
    const writer = await open();
    await writePaper(writer, samplePaper('a'));
    await writer.close();
    const url = new URL(postgres().url);
    url.searchParams.set('options', '-c default_transaction_read_only=on');
    const reader = await openStore(url.href, { toRead: true });
    expect(await listPapers(reader)).toHaveLength(1);
    await expect(writePaper(reader, samplePaper('b'))).rejects.toThrow(/read-only/);
    await reader.close();
  });

  test('100 papers with characters that no database holds come out as they do from SQLite', async () => {
    const papers = unsoundPapers(100);
    const contents = [];
    for (const store of [await open(), await openStore(':memory:')]) {
      for (const paper of papers) {
        await writePaper(store, paper);
        await writePaper(store, paper);
      }
      for (const { paper, messages } of papers.slice(0, 20))
        await recordFailure(store, { ...paper, paper: null, origin: `${paper.origin}!`, messages });
      const found = await Array.fromAsync(findObservations(store));
      contents.push(JSON.stringify([found, await listPapers(store), await listFailures(store)]));
      expect(found).toHaveLength(100);
      expect(await listFailures(store)).toHaveLength(20);
      await store.close();
    }
    expect(contents[0]).toBe(contents[1]);
    expect(contents[0]).toContain('\ufffd');
    expect(contents[0]).not.toMatch(/(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f])/);
  });

  test('a connection that is cut in the middle of a paper leaves no half of it, and the paper is written again', async () => {
    const store = await openStore(postgres().url);
    await empty(store);
    const paper = samplePaper('a');
    const many = Array.from({ length: 20_000 }, (_, line) => sampleObservation(paper.paper.id, {}, line + 1));
    const other = await openStore(postgres().url);
    const seen = new Set<number>();
    let cuts = 0;
    let written = false;
    const cut = async () => {
      while (cuts < 2 && !written) {
        const { rows } = await sql`
          select pg_terminate_backend(pid) from pg_stat_activity
          where datname = current_database() and pid <> pg_backend_pid() and query like 'copy observation%'
            and state <> 'idle'`.execute(other.db);
        if (rows.length > 0) cuts += 1;
        const { count } = await other.db
          .selectFrom('observation')
          .select(({ fn }) => fn.countAll().as('count'))
          .executeTakeFirstOrThrow();
        seen.add(Number(count));
      }
    };
    const cutting = cut();
    const extraction = { ...paper.extraction, observations: many };
    expect(await writePaper(store, { ...paper, extraction })).toBe('added');
    written = true;
    await cutting;
    expect(cuts).toBeGreaterThan(0);
    expect([...seen].filter((count) => count !== 0 && count !== many.length)).toEqual([]);
    expect(await Array.fromAsync(findObservations(store))).toHaveLength(many.length);
    await Promise.all([store.close(), other.close()]);
  });
});

describeWithServices('PostgreSQL that goes away', { services: ['postgres'], own: true }, ({ postgres }) => {
  test('a write waits until it is back', async () => {
    const store = await openStore(postgres().url);
    let written: Promise<unknown> | null = null;
    await postgres().whileAway(async () => {
      written = writePaper(store, samplePaper('a'));
      await expect(pingStore(store)).rejects.toThrow();
    });
    expect(await written).toBe('added');
    expect(await listPapers(store)).toHaveLength(1);
    await store.close();
  });

  test('opening it fails in one sentence that names where it should be and keeps the password', async () => {
    const url = new URL(postgres().url);
    url.password = PASSWORD;
    await postgres().whileAway(async () => {
      const opening = openStore(url.href);
      await expect(opening).rejects.toThrow(StoreUnreachableError);
      await expect(opening).rejects.toThrow(
        `PostgreSQL at 127.0.0.1:${url.port}, database postgres, cannot be reached (ECONNREFUSED)`,
      );
      await expect(opening).rejects.not.toThrow(PASSWORD);
    });
  });
});

describeWithServices('PostgreSQL whose disk is full', { services: ['postgres'], own: true }, ({ postgres }) => {
  describeWithDisks('with a disk of its own', () => {
    let disk: Disk;
    beforeEach(() => {
      disk = mountDisk(8 * 2 ** 20);
    });
    afterEach(() => disk.remove());

    test('refuses a paper in one sentence, keeps nothing of it, and takes it when there is room', async () => {
      const server = await openStore(postgres().url);
      await onDisk(server, disk.path);
      const store = await openStore(`${postgres().url.replace(/postgres$/, 'small')}`);
      const paper = samplePaper('a');
      const many = Array.from({ length: 20_000 }, (_, line) => sampleObservation(paper.paper.id, {}, line + 1));
      const read = { ...paper, extraction: { ...paper.extraction, observations: many } };
      const writing = writePaper(store, read);
      await expect(writing).rejects.toThrow(StoreFullError);
      await expect(writing).rejects.toThrow(
        /^disk full: the store postgres:\/\/postgres@127\.0\.0\.1:\d+\/small cannot/,
      );
      expect(await listPapers(store)).toEqual([]);
      disk.resize(256 * 2 ** 20);
      expect(await writePaper(store, read)).toBe('added');
      await store.close();
      await sql`drop database small`.execute(server.db);
      await sql`drop tablespace small`.execute(server.db);
      await server.close();
    });
  });
});

/** Makes a database `small` whose new tables are kept in a folder. */
async function onDisk({ db }: Store, folder: string): Promise<void> {
  const { rows } = await sql<{ data_directory: string }>`show data_directory`.execute(db);
  const { uid, gid } = statSync(rows[0]!.data_directory);
  chownSync(folder, uid, gid);
  await sql.raw(`create tablespace small location '${folder}'`).execute(db);
  await sql`create database small`.execute(db);
  await sql`alter database small set default_tablespace = small`.execute(db);
}

test('a URL that names no database we know is refused', async () => {
  await expect(openStore('mysql://localhost/x')).rejects.toThrow('give a SQLite file or a postgres:// URL');
});

async function empty({ db }: Store): Promise<void> {
  await sql`truncate paper, observation, claim, finding, acknowledgement, failure, request, publication cascade`.execute(
    db,
  );
}
