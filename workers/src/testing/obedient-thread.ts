import { parentPort } from 'node:worker_threads';
import type { JobResult, Order, Report } from '../pool/job.ts';

const tell = (report: Report) => parentPort?.postMessage(report);

/** A reading thread that does what the paper says: crash, end, hang, use up memory (all or on page 2), or be read. */
parentPort?.on('message', ({ bytes, file, options: { unreadPages = [] } }: Order) => {
  const order = Buffer.from(bytes).toString();
  if (order === 'crash') throw new Error(`the order was to crash\nin ${file}`);
  if (order === 'end') process.exit(7);
  if (order === 'hang') hang();
  if (order === 'use up memory') useUpMemory();
  for (const page of [1, 2, 3]) {
    if (unreadPages.includes(page)) continue;
    tell({ page });
    if (order === 'hang on page 2' && page === 2) hang();
    if (order === 'use up memory on page 2' && page === 2) useUpMemory();
  }
  tell({ result: readAs(unreadPages.length > 0 ? `${order}, without ${unreadPages}` : order) });
});

function hang(): never {
  for (;;);
}

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
