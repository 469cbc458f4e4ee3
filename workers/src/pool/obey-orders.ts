import { parentPort } from 'node:worker_threads';
import type { ReadOptions } from '@scrutineer/ingest';
import type { StepResult } from '@scrutineer/model';
import type { Job, Order, Report } from './job.ts';

/** Makes this thread one that reads papers: it tells each page that it begins, and what came of the paper. */
export function obeyOrders<T>(read: (job: Job, options: ReadOptions) => Promise<StepResult<T>>): void {
  const tell = (report: Report<T>) => parentPort?.postMessage(report);
  parentPort?.on('message', async ({ options, ...job }: Order) => {
    // The paper's time counts from here: all that reading needs is loaded.
    tell({ page: null });
    tell({ result: await read(job, { ...options, onPage: (page) => tell({ page }) }) });
  });
}
