import type { StepResult } from '@scrutineer/model';
import type { Order } from '../pool/job.ts';
import { keepWatch, tell } from '../pool/obey-orders.ts';

keepWatch();

/** A reading process that does what the paper says: crash, end, hang, use up memory (all or on page 2), or be read. */
process.on('message', ({ bytes, file, options: { unreadPages = [] } }: Order) => {
  const order = Buffer.from(bytes).toString();
  tell({ page: null });
  if (order === 'crash') throw new Error(`the order was to crash\nin ${file}`);
  if (order === 'end') process.exit(7);
  if (order === 'hang') hang();
  if (order === 'use up memory') useUpMemory();
  for (const page of [1, 2, 3]) {
    if (unreadPages.includes(page)) continue;
    tell({ page });
    if (order === 'hang on page 2' && page === 2) hang();
    if (order === 'use up memory on page 2' && page === 2) useUpMemory();
    if (order === 'use up buffers on page 2' && page === 2) useUpBuffers();
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

function useUpBuffers(): void {
  const hoard: Uint8Array[] = [];
  const until = Date.now() + 6000;
  while (Date.now() < until) if (hoard.length < 400) hoard.push(new Uint8Array(2 ** 20).fill(1));
}

function readAs(text: string): StepResult<never> {
  return {
    status: 'failed',
    messages: [{ rule: 'test/read', severity: 'error', reason: `read: ${text}`, place: null }],
  };
}
