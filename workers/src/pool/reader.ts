import type { ChildProcess } from 'node:child_process';
import type { ReadOptions } from '@scrutineer/ingest';
import { failed, type StepResult } from '@scrutineer/model';
import { endBox, hasEnded, startInBox } from './box.ts';
import type { Job } from './job.ts';
import { runOn } from './run-on.ts';

export interface ReaderOptions {
  /** The file that the process runs. */
  readonly entry: URL;
  /** Milliseconds that one paper may take. */
  readonly timeBudget: number;
  /** MiB of memory that one process may take. */
  readonly memoryBudget: number;
  readonly reading: ReadOptions & { readonly pageTime: number };
}

/** Pages of one paper that may exceed their budget before the paper is given up. */
const MOST_UNREAD_PAGES = 8;

/** One process that reads papers, one at a time; it is started with the first paper and again after a crash. */
export interface Reader<T> {
  run(job: Job): Promise<StepResult<T>>;
  close(): Promise<void>;
}

/** A page that exceeds its time or memory takes its process with it: a new one reads the paper without that page. */
export function createReader<T>(options: ReaderOptions): Reader<T> {
  let child: ChildProcess | null = null;
  let closed = false;
  const end = async () => {
    const closing = child;
    child = null;
    if (closing) await endBox(closing);
  };
  return {
    async run(job) {
      let left = options.timeBudget;
      const unreadPages: number[] = [];
      for (;;) {
        if (child === null || hasEnded(child)) child = startInBox(options.entry, options.memoryBudget);
        const reading = { ...options.reading, unreadPages };
        const ended = await runOn<T>(child, { ...job, options: reading }, options, left);
        if (ended.result) return ended.result;
        left -= ended.spent;
        await end();
        if (closed) return givenUp(job, 'was being read when its process was ended');
        if (left <= 0 || ended.page === null || unreadPages.length >= MOST_UNREAD_PAGES) {
          return givenUp(job, ended.reason);
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

function givenUp({ file }: Job, reason: string): StepResult<never> {
  return failed('pipeline/thread-ended', `${file} ${reason}`, 'the other papers are read without it');
}
