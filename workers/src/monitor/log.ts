import pino, { type Logger } from 'pino';

/** The log of a worker: one JSON object a line, to standard error. */
export function createWorkerLog(level: string): Logger {
  return pino({ level, base: { pid: process.pid } }, pino.destination({ fd: 2, sync: true }));
}
