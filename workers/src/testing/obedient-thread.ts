import { parentPort } from 'node:worker_threads';
import type { Job, JobResult } from '../pool/job.ts';

/** A reading thread that does what the paper says: crash, end, hang, use up memory, or be read. */
parentPort?.on('message', ({ bytes, file }: Job) => {
  const order = Buffer.from(bytes).toString();
  if (order === 'crash') throw new Error(`the order was to crash\nin ${file}`);
  if (order === 'end') process.exit(7);
  if (order === 'hang') for (;;);
  if (order === 'use up memory') useUpMemory();
  parentPort?.postMessage(readAs(order));
});

function useUpMemory(): void {
  const hoard: number[][] = [];
  for (;;) hoard.push(Array.from({ length: 100_000 }, (_, index) => index));
}

function readAs(text: string): JobResult {
  return {
    status: 'failed',
    messages: [{ rule: 'test/read', severity: 'error', reason: `read: ${text}`, place: null }],
  };
}
