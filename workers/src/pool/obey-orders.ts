import { Worker } from 'node:worker_threads';
import type { ReadOptions } from '@scrutineer/ingest';
import type { StepResult } from '@scrutineer/model';
import type { Job, Order, Report } from './job.ts';

/** Makes this process one that reads papers: it tells each page that it begins, and what came of the paper. */
export function obeyOrders<T>(read: (job: Job, options: ReadOptions) => Promise<StepResult<T>>): void {
  keepWatch();
  process.on('message', async ({ options, ...job }: Order) => {
    // The paper's time counts from here: all that reading needs is loaded.
    tell({ page: null });
    tell({ result: await read(job, { ...options, onPage: (page) => tell({ page }) }) });
  });
}

/** Tells the process that ordered it. */
export function tell<T>(report: Report<T>, then: () => void = () => {}): void {
  process.send?.(report, undefined, undefined, then);
}

/** Ends this process with the one that it reads for, and where it holds more memory than it may. */
export function keepWatch(): void {
  const [, , memory] = process.argv;
  const watch = new Worker(new URL('./watch.ts', import.meta.url), {
    workerData: { memory: Number(memory), parent: process.ppid },
  });
  watch.unref();
  process.on('disconnect', () => process.exit());
  process.on('uncaughtException', (error) => tell({ crashed: String(error?.message) }, () => process.exit(1)));
}
