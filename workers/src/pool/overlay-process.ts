import { readPaper } from '@scrutineer/ingest';
import { drawPage, type PageMark } from '@scrutineer/ingest/overlay';
import { failed } from '@scrutineer/model';
import { overlayMarks } from '../steps/overlay-marks.ts';
import { obeyOrders } from './obey-orders.ts';

/** Of the paper whose pages are being drawn, one order after the other. */
let last: { readonly id: string; readonly marks: readonly PageMark[] } | null = null;

obeyOrders<Uint8Array>(async ({ id, file, bytes, draw = 1 }, options) => {
  if (last?.id !== id) {
    const read = await readPaper(bytes, file, options);
    if (read.status === 'failed') return read;
    last = { id, marks: overlayMarks(read.value, { id, file }) };
  }
  options.onPage?.(draw);
  try {
    return { status: 'complete', value: await drawPage(bytes, last.marks, draw), messages: [] };
  } catch (error) {
    return failed(
      'pdf/not-drawn',
      `page ${draw} of ${file} cannot be drawn (${(error as Error).name})`,
      'leave it out',
    );
  }
});
