import { parentPort } from 'node:worker_threads';
import { readAndExtract } from '../steps/read-and-extract.ts';
import type { Order, Report } from './job.ts';

const tell = (report: Report) => parentPort?.postMessage(report);

parentPort?.on('message', async ({ bytes, id, file, options }: Order) => {
  tell({ result: await readAndExtract(bytes, { id, file }, { ...options, onPage: (page) => tell({ page }) }) });
});
