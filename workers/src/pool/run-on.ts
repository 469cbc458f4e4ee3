import type { ChildProcess } from 'node:child_process';
import type { StepResult } from '@scrutineer/model';
import type { Order, Report } from './job.ts';

/** How an order ended: with a result, or with the reason why there is none and the page that was being read. */
export type End<T> =
  | { readonly result: StepResult<T> }
  | {
      readonly result: null;
      readonly reason: string;
      readonly page: number | null;
      /** Milliseconds that the paper took, without the process's start. */
      readonly spent: number;
    };

/** A reading process looks at its own clock first; it is ended where it does not, after this many times a page's time. */
const PATIENCE = 1.5;
/** Milliseconds that a process may take to start, on a machine that is busy with others. */
const START_TIME = 60_000;
/** How a process ends that V8 or the system lets have no more memory, or that has ended itself for that. */
const OUT_OF_MEMORY: readonly NodeJS.Signals[] = ['SIGABRT', 'SIGTRAP', 'SIGILL', 'SIGKILL'];

/** What one paper may take. */
export interface Budgets {
  /** Milliseconds. */
  readonly timeBudget: number;
  /** MiB. */
  readonly memoryBudget: number;
}

/**
 * Has a reading process read one paper. Where there is no result, the process is of no more use.
 *
 * @param left milliseconds that are left of the paper's time; they count from the process's first report, when it has started
 */
export function runOn<T>(reader: ChildProcess, order: Order, budgets: Budgets, left: number): Promise<End<T>> {
  return new Promise((resolve) => {
    let page: number | null = null;
    let pageTimer: NodeJS.Timeout | undefined;
    let begun: number | null = null;
    const settle = (value: End<T>) => {
      clearTimeout(pageTimer);
      clearTimeout(paperTimer);
      // Its own alone: who ends the process waits for it to exit, too.
      for (const [event, listener] of Object.entries(listeners)) reader.off(event, listener);
      resolve(value);
    };
    const giveUp = (reason: string, of: number | null) =>
      settle({ result: null, reason, page: of, spent: begun === null ? 0 : performance.now() - begun });
    const late = () => giveUp(tookTooLong(budgets.timeBudget), null);
    let paperTimer = setTimeout(late, left + START_TIME);
    const listeners = {
      message(report: Report<T>) {
        if ('result' in report) return settle({ result: report.result });
        if ('crashed' in report) return giveUp(`crashed the reading process (${report.crashed.split('\n')[0]})`, null);
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
      error: (error: Error) => giveUp(`met a reading process that could not be used (${error.message})`, null),
      exit(code: number | null, signal: NodeJS.Signals | null) {
        const ended = () => {
          if (signal !== null && OUT_OF_MEMORY.includes(signal)) giveUp(TOO_MUCH_MEMORY, page);
          else giveUp(`ended the reading process (${signal ?? `exit code ${code}`})`, null);
        };
        // What it sent before it ended may still be on its way.
        if (reader.connected) reader.once('disconnect', ended);
        else ended();
      },
    };
    for (const [event, listener] of Object.entries(listeners)) reader.on(event, listener);
    reader.send(order, (error) => error && listeners.error(error));
  });
}

const TOO_MUCH_MEMORY = 'needs more memory to read than a paper may take';

function tookTooLong(timeBudget: number): string {
  return `took longer to read than the ${timeBudget / 1000} seconds a paper may take`;
}
