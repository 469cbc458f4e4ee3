import type { Worker } from 'node:worker_threads';
import type { JobResult, Order, Report } from './job.ts';

/** How an order ended: with a result, or with the reason why there is none and the page that was being read. */
export type End =
  | { readonly result: JobResult }
  | { readonly result: null; readonly reason: string; readonly page: number | null };

/** A reading thread looks at its own clock first; it is ended where it does not, after this many times a page's time. */
const PATIENCE = 1.5;

/**
 * Has a thread read one paper. Where there is no result, the thread is of no more use.
 *
 * @param timeBudget milliseconds that the paper may take, for the reason
 * @param deadline when they are over, in milliseconds since 1970
 */
export function runOn(worker: Worker, order: Order, timeBudget: number, deadline: number): Promise<End> {
  return new Promise((resolve) => {
    let page: number | null = null;
    let pageTimer: NodeJS.Timeout | undefined;
    const end = (value: End) => {
      clearTimeout(pageTimer);
      clearTimeout(paperTimer);
      for (const event of ['message', 'error', 'exit']) worker.removeAllListeners(event);
      resolve(value);
    };
    const paperTimer = setTimeout(
      () => end({ result: null, reason: tookTooLong(timeBudget), page: null }),
      Math.max(0, deadline - Date.now()),
    );
    worker.on('message', (report: Report) => {
      if ('result' in report) return end({ result: report.result });
      clearTimeout(pageTimer);
      page = report.page;
      if (page === null) return;
      const reason = `has a page that took too long: ${page}`;
      pageTimer = setTimeout(
        () => end({ result: null, reason, page }),
        (order.options.pageTime ?? timeBudget) * PATIENCE,
      );
    });
    worker.on('error', (error: NodeJS.ErrnoException) => {
      const isMemory = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      end({ result: null, reason: crashed(error), page: isMemory ? page : null });
    });
    worker.on('exit', (code) =>
      end({ result: null, reason: `ended the reading thread (exit code ${code})`, page: null }),
    );
    // Copied, not handed over: the paper is read again without a page that ends its thread.
    worker.postMessage(order);
  });
}

function tookTooLong(timeBudget: number): string {
  return `took longer to read than the ${timeBudget / 1000} seconds a paper may take`;
}

function crashed(error: NodeJS.ErrnoException): string {
  if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') return 'needs more memory to read than a paper may take';
  return `crashed the reading thread (${error.message.split('\n')[0]})`;
}
