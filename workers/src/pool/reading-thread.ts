import { parentPort } from 'node:worker_threads';
import { readAndExtract } from '../steps/read-and-extract.ts';
import type { Job } from './job.ts';

parentPort?.on('message', async ({ bytes, id, file }: Job) => {
  parentPort?.postMessage(await readAndExtract(bytes, { id, file }));
});
