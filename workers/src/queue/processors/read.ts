import { type Job, WaitingError } from 'bullmq';
import { keepReading, keptReading, type Reading } from '../../steps/keep-reading.ts';
import type { PaperJob } from '../jobs.ts';
import type { StepTools } from '../step-tools.ts';

/**
 * Reads a paper and extracts its observations in a process of its own, and keeps the result until it is stored. A paper
 * that hangs or exhausts its memory is killed there, and its result says so. A worker that must stop gives the job back.
 */
export async function processRead(job: Job<PaperJob>, token: string, tools: StepTools): Promise<void> {
  const { paper, file, force } = job.data;
  const log = tools.log.child({ queue: 'read', job: job.id, paper });
  const kept = force ? null : await keptReading(tools.archive, { paper, file });
  if (kept && kept.status !== 'failed') return;
  await job.updateProgress({ step: 'reading' });
  const reading = await unlessStopping(tools.stopping, readApart(job.data, tools));
  if (reading === null) {
    await job.moveToWait(token);
    log.info('given back');
    throw new WaitingError();
  }
  await keepReading(tools.archive, { paper, file }, reading);
  const observations = reading.status === 'failed' ? 0 : reading.value.extraction.observations.length;
  await job.updateProgress({ step: 'read', observations });
  log.debug({ status: reading.status, observations }, 'read');
}

async function readApart({ paper, file }: PaperJob, { archive, pool }: StepTools): Promise<Reading> {
  return pool.withReader(async (read) => {
    const bytes = await archive.get(paper);
    if (!bytes) throw new Error(`the archive does not hold the paper ${paper} (${file}); enqueue it again`);
    return read({ id: paper, file, bytes });
  });
}

/** Null where the signal fires first; what was begun is then left to its process, which ends with the worker. */
async function unlessStopping<T>(stopping: AbortSignal, work: Promise<T>): Promise<T | null> {
  let stop = () => {};
  const stopped = new Promise<null>((resolve) => {
    stop = () => resolve(null);
    if (stopping.aborted) stop();
    stopping.addEventListener('abort', stop);
  });
  try {
    return await Promise.race([work, stopped]);
  } finally {
    stopping.removeEventListener('abort', stop);
  }
}
