import { styleText } from 'node:util';
import { oneLine } from './one-line.ts';
import { safeJson } from './safe-text.ts';

export type Level = 'info' | 'warning' | 'error';

/** Tells the person who runs the command what goes on; never data. */
export type Log = (level: Level, message: string, fields?: Readonly<Record<string, unknown>>) => void;

/**
 * A log of plain sentences, or of one JSON object a line with `level`, `message` and the fields.
 *
 * @param stream standard error
 */
export function createLog(stream: NodeJS.WriteStream, json: boolean): Log {
  if (json)
    return (level, message, fields) => stream.write(`${safeJson(JSON.stringify({ level, message, ...fields }))}\n`);
  const colours = { info: 'reset', warning: 'yellow', error: 'red' } as const;
  return (level, message) => {
    const mark = level === 'info' ? '' : `${styleText(colours[level], `${level}:`, { stream })} `;
    stream.write(`${mark}${oneLine(message)}\n`);
  };
}
