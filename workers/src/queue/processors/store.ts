import { failed } from '@scrutineer/model';
import type { Job } from 'bullmq';
import { PIPELINE_VERSION } from '../../pipeline-version.ts';
import { keptReading, type Reading } from '../../steps/keep-reading.ts';
import { type IngestedPaper, storePaper } from '../../steps/store-paper.ts';
import type { PaperJob } from '../jobs.ts';
import type { StepTools } from '../step-tools.ts';

/** Writes what reading gave, or why it failed, in one transaction. */
export async function processStore(job: Job<PaperJob>, tools: StepTools): Promise<{ outcome: string }> {
  const { kind, origin, file, paper, byteLength, seenAt, force } = job.data;
  const reading = await readingOf(job, tools);
  const identity = { id: paper, byteLength, seenAt };
  const stored = await storePaper(tools.store, { kind, origin, file }, identity, reading, {
    extractorVersion: PIPELINE_VERSION,
    force,
  });
  tell(stored, job, tools);
  return { outcome: stored.outcome };
}

/** A reading that was given up counts as failed, with the reason it was given up for. */
async function readingOf(job: Job<PaperJob>, { archive }: StepTools): Promise<Reading> {
  const { paper, file } = job.data;
  const [reason] = Object.values(await job.getIgnoredChildrenFailures());
  if (reason !== undefined)
    return failed('pipeline/given-up', `${file} could not be read: ${reason}`, 'enqueue it again');
  const reading = await keptReading(archive, { paper, file });
  if (!reading) throw new Error(`the archive does not hold what was read from ${file} (${paper}); enqueue it again`);
  return reading;
}

function tell({ outcome, observations, reason, messages }: IngestedPaper, job: Job<PaperJob>, tools: StepTools): void {
  const { paper, origin } = job.data;
  tools.metrics.papers.inc({ outcome });
  tools.metrics.observations.inc(observations ?? 0);
  if (outcome === 'failed') tools.metrics.failures.inc({ rule: messages[0]?.rule ?? 'unknown' });
  const log = tools.log.child({ queue: 'store', job: job.id, paper, origin });
  if (outcome === 'failed') log.warn({ outcome, reason }, 'failed');
  else log.info({ outcome, observations }, 'stored');
}
