import type { StepResult } from '@scrutineer/model';
import type { Job } from './job.ts';
import { createThread, type Thread, type ThreadOptions } from './thread.ts';

/** How one reads a paper while one holds a thread. */
export type Read<T> = (job: Job) => Promise<StepResult<T>>;

/** A number of reading threads that callers take turns with. */
export interface Pool<T> {
  /** Waits for a free thread, so that a caller that loads its paper inside `work` holds no more papers than threads. */
  withThread<R>(work: (read: Read<T>) => Promise<R>): Promise<R>;
  close(): Promise<void>;
}

export function createPool<T>(size: number, options: ThreadOptions): Pool<T> {
  const threads = Array.from({ length: size }, () => createThread<T>(options));
  const free: Thread<T>[] = [...threads];
  const waiting: ((thread: Thread<T>) => void)[] = [];
  const take = () =>
    new Promise<Thread<T>>((resolve) => (free.length > 0 ? resolve(free.pop()!) : waiting.push(resolve)));
  const giveBack = (thread: Thread<T>) => {
    const next = waiting.shift();
    if (next) next(thread);
    else free.push(thread);
  };
  return {
    async withThread(work) {
      const thread = await take();
      try {
        return await work(thread.run);
      } finally {
        giveBack(thread);
      }
    },
    async close() {
      await Promise.all(threads.map((thread) => thread.close()));
    },
  };
}
