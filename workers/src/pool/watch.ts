// A thread beside the one that reads, which may be busy for long. It ends the process where that holds too much memory, or
// where the process that it reads for is gone.
import { workerData } from 'node:worker_threads';

/** Milliseconds between two looks. */
const LOOK = 50;
const MIB = 2 ** 20;

const { memory, parent } = workerData as { readonly memory: number; readonly parent: number };

setInterval(() => {
  if (process.memoryUsage.rss() > memory * MIB || process.ppid !== parent) process.kill(process.pid, 'SIGKILL');
}, LOOK);
