import type { Job, JobResult } from './job.ts';
import { createThread, type Thread, type ThreadOptions } from './thread.ts';

/** How one reads a paper while one holds a thread. */
export type Read = (job: Job) => Promise<JobResult>;

/** A number of reading threads that callers take turns with. */
export interface Pool {
  /** Waits for a free thread, so that a caller that loads its paper inside `work` holds no more papers than threads. */
  withThread<T>(work: (read: Read) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export function createPool(size: number, options: ThreadOptions): Pool {
  const threads = Array.from({ length: size }, () => createThread(options));
  const free: Thread[] = [...threads];
  const waiting: ((thread: Thread) => void)[] = [];
  const take = () => new Promise<Thread>((resolve) => (free.length > 0 ? resolve(free.pop()!) : waiting.push(resolve)));
  const giveBack = (thread: Thread) => {
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
