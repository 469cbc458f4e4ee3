import { oneLine } from './one-line.ts';
import { cutToWidth } from './text-width.ts';

const BAR_WIDTH = 24;
const ERASE_LINE = '\r\u001b[K';

/** Shows how far a long job is. */
export interface Progress {
  /** One more is done. */
  advance(label: string): void;
  /** Makes room for a message, or for the end. */
  clear(): void;
}

/** A bar on the last line of a terminal: `[=====>    ] 12/40  quarter-2.pdf  about 9 s left`. */
export function createProgress(stream: NodeJS.WriteStream, total: number): Progress {
  const started = performance.now();
  let done = 0;
  return {
    advance(label) {
      done += 1;
      const left = ((performance.now() - started) / done / 1000) * (total - done);
      const line = `${bar(done / total)} ${done}/${total}  about ${Math.ceil(left)} s left  ${oneLine(label)}`;
      stream.write(ERASE_LINE + cutToWidth(line, (stream.columns ?? 80) - 1));
    },
    clear: () => void stream.write(ERASE_LINE),
  };
}

function bar(share: number): string {
  const filled = Math.round(share * BAR_WIDTH);
  return `[${'='.repeat(filled).padEnd(BAR_WIDTH)}]`;
}
