import { noteSeen, storedVersion } from '@scrutineer/store';
import type { Job } from 'bullmq';
import { PIPELINE_VERSION } from '../../pipeline-version.ts';
import { type FetchProblem, failureOf, fetchPaper } from '../../steps/fetch-paper.ts';
import { refusedPath } from '../allowed-folders.ts';
import { enqueueReading } from '../enqueue.ts';
import { GivenUpError } from '../given-up.ts';
import type { FetchJob } from '../jobs.ts';
import type { StepTools } from '../step-tools.ts';
import { isLastAttempt } from './last-attempt.ts';
import { leaveAlone, type Pause } from './leave-alone.ts';

/**
 * Takes a paper's bytes into the archive and enqueues its reading, unless this version has read and stored it.
 *
 * @param pause stops this queue, for a host that asks to be left alone
 * @returns the paper's id
 */
export async function processFetch(job: Job<FetchJob>, tools: StepTools, pause: Pause): Promise<{ paper: string }> {
  const { kind, origin, file, force } = job.data;
  const log = tools.log.child({ queue: job.queueName, job: job.id, origin });
  const refused = kind === 'file' && refusedPath(origin, tools.settings.paperFolders);
  if (refused) throw new GivenUpError(refused);
  const { paper, problem } = await fetchPaper({ kind, origin, file }, tools);
  if (problem) return giveUpOrRetry(job, problem, pause);
  if (!force && (await storedVersion(tools.store, paper.id)) === PIPELINE_VERSION) {
    await noteSeen(tools.store, { ...paper, origin, file });
    tools.metrics.papers.inc({ outcome: 'unchanged' });
    log.info({ paper: paper.id }, 'read before');
  } else {
    await enqueueReading(tools.queues, {
      ...job.data,
      paper: paper.id,
      byteLength: paper.byteLength,
      seenAt: paper.seenAt,
    });
    log.debug({ paper: paper.id }, 'fetched');
  }
  return { paper: paper.id };
}

async function giveUpOrRetry(job: Job<FetchJob>, problem: FetchProblem, pause: Pause): Promise<never> {
  await leaveAlone(job, problem.retryAfter, pause);
  if (!problem.permanent && !isLastAttempt(job)) throw new Error(problem.reason);
  throw new GivenUpError(failureOf(problem).messages);
}
