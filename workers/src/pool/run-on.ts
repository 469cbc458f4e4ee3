import type { Worker } from 'node:worker_threads';
import type { StepResult } from '@scrutineer/model';
import type { Order, Report } from './job.ts';

/** How an order ended: with a result, or with the reason why there is none and the page that was being read. */
export type End<T> =
  | { readonly result: StepResult<T> }
  | {
      readonly result: null;
      readonly reason: string;
      readonly page: number | null;
      /** Milliseconds that the paper took, without the thread's start. */
      readonly spent: number;
    };

/** A reading thread looks at its own clock first; it is ended where it does not, after this many times a page's time. */
const PATIENCE = 1.5;
/** Milliseconds that a thread may take to start, on a machine that is busy with others. */
const START_TIME = 60_000;
/** Milliseconds between looks at what a thread holds outside the memory that V8 itself limits. */
const LOOK = 500;
const MIB = 2 ** 20;

/** What one paper may take. */
export interface Budgets {
  /** Milliseconds. */
  readonly timeBudget: number;
  /** MiB. */
  readonly memoryBudget: number;
}

/**
 * Has a thread read one paper. Where there is no result, the thread is of no more use.
 *
 * @param left milliseconds that are left of the paper's time; they count from the thread's first report, when it has started
 */
export function runOn<T>(worker: Worker, order: Order, budgets: Budgets, left: number): Promise<End<T>> {
  return new Promise((resolve) => {
    let page: number | null = null;
    let pageTimer: NodeJS.Timeout | undefined;
    let begun: number | null = null;
    const settle = (value: End<T>) => {
      clearInterval(memoryTimer);
      clearTimeout(pageTimer);
      clearTimeout(paperTimer);
      // Its own alone: who ends the thread waits for it to exit, too.
      for (const [event, listener] of Object.entries(listeners)) worker.off(event, listener);
      resolve(value);
    };
    const giveUp = (reason: string, of: number | null) =>
      settle({ result: null, reason, page: of, spent: begun === null ? 0 : performance.now() - begun });
    const late = () => giveUp(tookTooLong(budgets.timeBudget), null);
    let paperTimer = setTimeout(late, left + START_TIME);
    // Buffers (pictures, unpacked streams) are no part of the heap that V8 limits.
    const memoryTimer = setInterval(async () => {
      const { external_memory: held } = await worker.getHeapStatistics().catch(() => ({ external_memory: 0 }));
      if (held > budgets.memoryBudget * MIB) giveUp(TOO_MUCH_MEMORY, page);
    }, LOOK);
    const listeners = {
      message(report: Report<T>) {
        if ('result' in report) return settle({ result: report.result });
        if (begun === null) {
          begun = performance.now();
          clearTimeout(paperTimer);
          paperTimer = setTimeout(late, left);
        }
        clearTimeout(pageTimer);
        page = report.page;
        if (page === null) return;
        const reason = `has a page that took too long: ${page}`;
        pageTimer = setTimeout(() => giveUp(reason, page), (order.options.pageTime ?? budgets.timeBudget) * PATIENCE);
      },
      error(error: NodeJS.ErrnoException) {
        const isMemory = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
        giveUp(crashed(error), isMemory ? page : null);
      },
      exit: (code: number) => giveUp(`ended the reading thread (exit code ${code})`, null),
    };
    for (const [event, listener] of Object.entries(listeners)) worker.on(event, listener);
    // Copied, not handed over: the paper is read again without a page that ends its thread.
    worker.postMessage(order);
  });
}

const TOO_MUCH_MEMORY = 'needs more memory to read than a paper may take';

function tookTooLong(timeBudget: number): string {
  return `took longer to read than the ${timeBudget / 1000} seconds a paper may take`;
}

function crashed(error: NodeJS.ErrnoException): string {
  if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') return TOO_MUCH_MEMORY;
  return `crashed the reading thread (${error.message.split('\n')[0]})`;
}
