import type { StepResult } from '@scrutineer/model';
import type { Job } from './job.ts';
import { createReader, type Reader, type ReaderOptions } from './reader.ts';

/** How one reads a paper while one holds a reader. */
export type Read<T> = (job: Job) => Promise<StepResult<T>>;

/** A number of reading processes that callers take turns with. */
export interface Pool<T> {
  /**
   * Waits for a free reader, so that a caller that loads its paper inside `work` holds no more papers than readers.
   *
   * @throws PoolClosedError where the pool is closed, or is closed meanwhile
   */
  withReader<R>(work: (read: Read<T>) => Promise<R>): Promise<R>;
  /** Ends the processes; whoever waits for one is refused. */
  close(): Promise<void>;
}

/** There is nobody left to read. */
export class PoolClosedError extends Error {
  override readonly name = 'PoolClosedError';

  constructor() {
    super('the processes that read papers were ended');
  }
}

export function createPool<T>(size: number, options: ReaderOptions): Pool<T> {
  const readers = Array.from({ length: size }, () => createReader<T>(options));
  const free: Reader<T>[] = [...readers];
  const waiting: PromiseWithResolvers<Reader<T>>[] = [];
  let closed = false;
  const take = (): Promise<Reader<T>> => {
    if (closed) return Promise.reject(new PoolClosedError());
    if (free.length > 0) return Promise.resolve(free.pop()!);
    const turn = Promise.withResolvers<Reader<T>>();
    waiting.push(turn);
    return turn.promise;
  };
  const giveBack = (reader: Reader<T>) => {
    const next = waiting.shift();
    if (next) next.resolve(reader);
    else free.push(reader);
  };
  return {
    async withReader(work) {
      const reader = await take();
      try {
        return await work(async (job) => {
          if (closed) throw new PoolClosedError();
          return reader.run(job);
        });
      } finally {
        giveBack(reader);
      }
    },
    async close() {
      closed = true;
      for (const { reject } of waiting.splice(0)) reject(new PoolClosedError());
      await Promise.all(readers.map((reader) => reader.close()));
    },
  };
}
