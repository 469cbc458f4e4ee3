import { join } from 'node:path';
import { mountDisk } from './disk.ts';
import { type Ended, runScrutineer, runToEnd } from './worker-process.ts';

/** Room for a run that nothing disturbs. */
const PLENTY = 512 * 2 ** 20;

/** What became of an `ingest` whose disk filled. */
export interface FullDiskRun extends Ended {
  /** Size of the disk, in bytes. */
  readonly size: number;
  /** Milliseconds that the whole command took. */
  readonly time: number;
  /** Where the disk was made larger and the command was run again: whether the store is that of an undisturbed run. */
  readonly healed: boolean;
}

/**
 * Ingests papers into a store and an archive on a disk that fills at some point of the run, again and again, at points
 * spread evenly over what an undisturbed run needs; then makes room and runs it again.
 *
 * @param papers folder of the papers
 */
export async function ingestOnFullDisk(papers: string, points: number): Promise<FullDiskRun[]> {
  const undisturbed = await withDisk(PLENTY, async (disk, store) => {
    await runScrutineer(['ingest', papers], store);
    return { contents: await contentsOf(store), used: disk.used() };
  });
  const runs: FullDiskRun[] = [];
  for (let point = 1; point <= points; point += 1) {
    const size = Math.round((undisturbed.used * point) / (points + 1));
    runs.push(
      await withDisk(size, async (disk, store) => {
        const start = performance.now();
        const ended = await runToEnd(['ingest', papers], store);
        const time = performance.now() - start;
        disk.resize(PLENTY);
        await runScrutineer(['ingest', papers], store);
        return { ...ended, size, time, healed: (await contentsOf(store)) === undisturbed.contents };
      }),
    );
  }
  return runs;
}

type Environment = Readonly<Record<string, string>>;

async function withDisk<T>(
  size: number,
  work: (disk: ReturnType<typeof mountDisk>, store: Environment) => Promise<T>,
): Promise<T> {
  const disk = mountDisk(size);
  try {
    return await work(disk, {
      SCRUTINEER_STORE: join(disk.path, 'store.db'),
      SCRUTINEER_ARCHIVE: join(disk.path, 'archive'),
    });
  } finally {
    disk.remove();
  }
}

async function contentsOf(store: Environment): Promise<string> {
  const listings = [
    ['observations', '--format', 'jsonl'],
    ['papers', '--format', 'csv'],
  ];
  const texts: string[] = [];
  for (const listing of listings) texts.push(await runScrutineer(listing, store));
  return texts.join('\n');
}
