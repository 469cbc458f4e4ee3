import { type DiscoveredSource, discover } from '@scrutineer/ingest/sources';
import type { Publication } from '@scrutineer/model';
import { recordPublications } from '@scrutineer/store';
import { type Job, UnrecoverableError } from 'bullmq';
import { enqueueFetches } from '../enqueue.ts';
import type { DiscoverJob, FetchJob } from '../jobs.ts';
import type { StepTools } from '../step-tools.ts';

/**
 * Finds the papers that a source announces and enqueues each. After every page of the source the job notes how far it
 * is, so that another worker can go on from there.
 *
 * @returns how many papers were found
 */
export async function processDiscover(job: Job<DiscoverJob>, tools: StepTools): Promise<{ found: number }> {
  const { source, spec, checkpoint } = job.data;
  const log = tools.log.child({ queue: job.queueName, job: job.id, source });
  const fetchPage = (url: string) => tools.fetcher.fetch(url, { kind: 'page' });
  let { found } = job.data;
  for await (const page of discover(spec, fetchPage, checkpoint === null ? {} : { checkpoint })) {
    await recordPublications(tools.store, page.sources.flatMap(publicationsOf));
    await enqueueFetches(
      tools.queues,
      page.sources.map((paper) => fetchJob(paper, job.data)),
    );
    found += page.sources.length;
    for (const { reason } of page.problems) log.warn({ reason }, 'part of the source could not be searched');
    if (page.checkpoint !== null) await job.updateData({ ...job.data, checkpoint: page.checkpoint, found });
    await job.updateProgress({ found });
    if (page.sources.length === 0 && page.problems.some(({ kind }) => kind === 'missing'))
      throw new UnrecoverableError(page.problems.map(({ reason }) => reason).join('; '));
  }
  log.info({ found }, 'searched');
  return { found };
}

function publicationsOf({ publication }: DiscoveredSource): Publication[] {
  return publication ? [publication] : [];
}

function fetchJob({ kind, origin, file }: DiscoveredSource, { urgency, force }: DiscoverJob): FetchJob {
  return { kind, origin, file, urgency, force };
}
