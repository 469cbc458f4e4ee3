import { availableParallelism } from 'node:os';
import type { StepQueue } from '@scrutineer/workers/queue';
import { type Command, InvalidArgumentError } from 'commander';
import { contextOf } from '../context.ts';
import { toCount } from '../count-argument.ts';
import { toldToStop } from '../told-to-stop.ts';

const EXAMPLES = `
Examples:
  $ scrutineer worker                                 all steps, one paper read on each core
  $ scrutineer worker --concurrency 1 --queues read   reads only, one paper at a time
  $ scrutineer worker --queues discover,fetch         the only machine that asks publishers' sites

REDIS_URL names the queue, SCRUTINEER_STORE and SCRUTINEER_ARCHIVE where results go; docs/operations.md lists all
settings. SIGTERM and SIGINT end the worker after the jobs it has begun. /health and /metrics answer on
SCRUTINEER_MONITOR (127.0.0.1:9464). The log is JSON, one object a line.`;

/** The steps, in the order in which a paper goes through them. */
const STEPS: readonly StepQueue[] = ['discover', 'fetch', 'read', 'store'];

interface Options {
  readonly concurrency: number;
  readonly queues: readonly StepQueue[];
}

export function define(command: Command): void {
  command
    .option('--concurrency <number>', 'papers read at the same time', toCount, availableParallelism())
    .option('--queues <names>', `steps to take part in: ${STEPS.join(',')}`, toSteps, STEPS)
    .addHelpText('after', EXAMPLES)
    .action(work);
}

function toSteps(text: string): StepQueue[] {
  const names = text.split(',').map((name) => name.trim());
  const unknown = names.find((name) => !STEPS.some((step) => step === name));
  if (unknown !== undefined) throw new InvalidArgumentError(`"${unknown}" is none of ${STEPS.join(', ')}.`);
  return STEPS.filter((step) => names.includes(step));
}

async function work({ concurrency, queues }: Options, command: Command): Promise<void> {
  const { storePath, archivePath } = contextOf(command);
  const { settingsOf } = await import('@scrutineer/workers/settings');
  const { createWorkerLog } = await import('@scrutineer/workers/log');
  const { startWorker } = await import('@scrutineer/workers/queue');
  const settings = settingsOf();
  const log = createWorkerLog(settings.logLevel);
  const worker = await startWorker({
    settings,
    store: storePath,
    archive: archivePath,
    steps: queues,
    concurrency,
    log,
  });
  await toldToStop();
  await worker.stop();
}
