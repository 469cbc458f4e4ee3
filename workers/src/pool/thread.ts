import { Worker } from 'node:worker_threads';
import { failed } from '@scrutineer/model';
import type { Job, JobResult } from './job.ts';

export interface ThreadOptions {
  /** The file that the thread runs. */
  readonly entry: URL;
  /** Milliseconds that one paper may take. */
  readonly timeBudget: number;
  /** MiB of memory that one thread may take. */
  readonly memoryBudget: number;
}

/**
 * MiB for what a thread has just made. Most of it is of no use a moment later; where there is more room, V8 lets it
 * pile up, and a thread takes twice the memory for the same papers.
 */
const NURSERY = 16;

/** One thread that reads papers, one at a time; it is started with the first paper and again after a crash. */
export interface Thread {
  run(job: Job): Promise<JobResult>;
  close(): Promise<void>;
}

export function createThread(options: ThreadOptions): Thread {
  let worker: Worker | null = null;
  const close = async () => {
    const closing = worker;
    worker = null;
    await closing?.terminate();
  };
  return {
    async run(job) {
      worker ??= startWorker(options);
      const end = await runOn(worker, job, options.timeBudget);
      if (end.result) return end.result;
      await close();
      return failed('pipeline/thread-ended', `${job.file} ${end.reason}`, 'the other papers are read without it');
    },
    close,
  };
}

function startWorker({ entry, memoryBudget }: ThreadOptions): Worker {
  return new Worker(entry, {
    resourceLimits: { maxOldGenerationSizeMb: memoryBudget, maxYoungGenerationSizeMb: NURSERY },
  });
}

type End = { readonly result: JobResult } | { readonly result: null; readonly reason: string };

/** Resolves with the result, or with the reason why there will be none; the thread is of no more use then. */
function runOn(worker: Worker, job: Job, timeBudget: number): Promise<End> {
  return new Promise((resolve) => {
    const end = (value: End) => {
      clearTimeout(timer);
      for (const event of ['message', 'error', 'exit']) worker.removeAllListeners(event);
      resolve(value);
    };
    const timer = setTimeout(() => end({ result: null, reason: tookTooLong(timeBudget) }), timeBudget);
    worker.on('message', (result: JobResult) => end({ result }));
    worker.on('error', (error: NodeJS.ErrnoException) => end({ result: null, reason: crashed(error) }));
    worker.on('exit', (code) => end({ result: null, reason: `ended the reading thread (exit code ${code})` }));
    const bytes = ownBytes(job.bytes);
    worker.postMessage({ ...job, bytes }, [bytes.buffer]);
  });
}

function tookTooLong(timeBudget: number): string {
  return `took longer to read than the ${timeBudget / 1000} seconds a paper may take`;
}

function crashed(error: NodeJS.ErrnoException): string {
  if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') return 'needs more memory to read than a paper may take';
  return `crashed the reading thread (${error.message.split('\n')[0]})`;
}

/** Bytes that are alone in their buffer, so that handing it over takes nothing else along. */
function ownBytes(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const alone = bytes.buffer instanceof ArrayBuffer && bytes.buffer.byteLength === bytes.byteLength;
  return alone ? (bytes as Uint8Array<ArrayBuffer>) : new Uint8Array(bytes);
}
