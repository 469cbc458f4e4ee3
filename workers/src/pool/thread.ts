import { Worker } from 'node:worker_threads';
import type { ReadOptions } from '@scrutineer/ingest';
import { failed, type StepResult } from '@scrutineer/model';
import type { Job } from './job.ts';
import { runOn } from './run-on.ts';

export interface ThreadOptions {
  /** The file that the thread runs. */
  readonly entry: URL;
  /** Milliseconds that one paper may take. */
  readonly timeBudget: number;
  /** MiB of memory that one thread may take. */
  readonly memoryBudget: number;
  readonly reading: ReadOptions & { readonly pageTime: number };
}

/**
 * MiB for what a thread has just made. Most of it is of no use a moment later; where there is more room, V8 lets it
 * pile up, and a thread takes twice the memory for the same papers.
 */
const NURSERY = 16;
/** Pages of one paper that may exceed their budget before the paper is given up. */
const MOST_UNREAD_PAGES = 8;

/** One thread that reads papers, one at a time; it is started with the first paper and again after a crash. */
export interface Thread<T> {
  run(job: Job): Promise<StepResult<T>>;
  close(): Promise<void>;
}

/** A page that exceeds its time or memory takes its thread with it: a new one reads the paper without that page. */
export function createThread<T>(options: ThreadOptions): Thread<T> {
  let worker: Worker | null = null;
  let closed = false;
  const end = async () => {
    const closing = worker;
    worker = null;
    await closing?.terminate();
  };
  return {
    async run(job) {
      let left = options.timeBudget;
      const unreadPages: number[] = [];
      for (;;) {
        worker ??= startWorker(options);
        const reading = { ...options.reading, unreadPages };
        const ended = await runOn<T>(worker, { ...job, options: reading }, options, left);
        if (ended.result) return ended.result;
        left -= ended.spent;
        await end();
        if (closed || left <= 0 || ended.page === null || unreadPages.length >= MOST_UNREAD_PAGES) {
          return failed('pipeline/thread-ended', `${job.file} ${ended.reason}`, 'the other papers are read without it');
        }
        unreadPages.push(ended.page);
      }
    },
    close() {
      closed = true;
      return end();
    },
  };
}

function startWorker({ entry, memoryBudget }: ThreadOptions): Worker {
  return new Worker(entry, {
    resourceLimits: { maxOldGenerationSizeMb: memoryBudget, maxYoungGenerationSizeMb: NURSERY },
  });
}
