import type { StepResult } from '@scrutineer/model';
import type { Job } from './job.ts';
import { createThread, type Thread, type ThreadOptions } from './thread.ts';

/** How one reads a paper while one holds a thread. */
export type Read<T> = (job: Job) => Promise<StepResult<T>>;

/** A number of reading threads that callers take turns with. */
export interface Pool<T> {
  /**
   * Waits for a free thread, so that a caller that loads its paper inside `work` holds no more papers than threads.
   *
   * @throws PoolClosedError where the pool is closed, or is closed meanwhile
   */
  withThread<R>(work: (read: Read<T>) => Promise<R>): Promise<R>;
  /** Ends the threads; whoever waits for one is refused. */
  close(): Promise<void>;
}

/** There is nobody left to read. */
export class PoolClosedError extends Error {
  override readonly name = 'PoolClosedError';

  constructor() {
    super('the threads that read papers were ended');
  }
}

export function createPool<T>(size: number, options: ThreadOptions): Pool<T> {
  const threads = Array.from({ length: size }, () => createThread<T>(options));
  const free: Thread<T>[] = [...threads];
  const waiting: PromiseWithResolvers<Thread<T>>[] = [];
  let closed = false;
  const take = (): Promise<Thread<T>> => {
    if (closed) return Promise.reject(new PoolClosedError());
    if (free.length > 0) return Promise.resolve(free.pop()!);
    const turn = Promise.withResolvers<Thread<T>>();
    waiting.push(turn);
    return turn.promise;
  };
  const giveBack = (thread: Thread<T>) => {
    const next = waiting.shift();
    if (next) next.resolve(thread);
    else free.push(thread);
  };
  return {
    async withThread(work) {
      const thread = await take();
      try {
        return await work(async (job) => {
          if (closed) throw new PoolClosedError();
          return thread.run(job);
        });
      } finally {
        giveBack(thread);
      }
    },
    async close() {
      closed = true;
      for (const { reject } of waiting.splice(0)) reject(new PoolClosedError());
      await Promise.all(threads.map((thread) => thread.close()));
    },
  };
}
