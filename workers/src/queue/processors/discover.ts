import type { DiscoveredSource } from '@scrutineer/ingest/sources';
import { failed, type Publication } from '@scrutineer/model';
import { clearFailure, fetchedBefore, recordPublications } from '@scrutineer/store';
import type { Job } from 'bullmq';
import { searchApart } from '../../pool/search-apart.ts';
import { refusedPath } from '../allowed-folders.ts';
import { enqueueFetches } from '../enqueue.ts';
import { GivenUpError } from '../given-up.ts';
import type { DiscoverJob, FetchJob } from '../jobs.ts';
import type { StepTools } from '../step-tools.ts';
import { isLastAttempt } from './last-attempt.ts';
import { leaveAlone, type Pause } from './leave-alone.ts';

/**
 * Finds the papers that a source announces and enqueues each. After every page of the source the job notes how far it
 * is, so that another worker can go on from there.
 *
 * @param pause stops this queue, for a host that asks to be left alone
 * @returns how many papers were found
 */
export async function processDiscover(
  job: Job<DiscoverJob>,
  tools: StepTools,
  pause: Pause,
): Promise<{ found: number }> {
  const { source, spec, checkpoint } = job.data;
  const log = tools.log.child({ queue: job.queueName, job: job.id, source });
  const path = pathOf(spec);
  const refused = path !== null && refusedPath(path, tools.settings.paperFolders);
  if (refused) throw new GivenUpError(refused);
  let wait: number | null = null;
  const fetchPage = async (url: string) => {
    const page = await tools.fetcher.fetch(url, { kind: 'page' });
    if ('retryAfter' in page) wait = page.retryAfter;
    return page;
  };
  let { found } = job.data;
  const problems: string[] = [];
  for await (const page of searchApart(spec, fetchPage, checkpoint === null ? {} : { checkpoint })) {
    const passing = page.problems.find((problem) => problem.passing);
    if (passing) await leaveAlone(job, wait, pause);
    if (passing && !isLastAttempt(job)) throw new Error(passing.reason);
    await recordPublications(tools.store, page.sources.flatMap(publicationsOf));
    const papers = job.data.force ? page.sources : await unsettled(page.sources, tools);
    await enqueueFetches(
      tools.queues,
      papers.map((paper) => fetchJob(paper, job.data)),
    );
    found += page.sources.length;
    problems.push(...page.problems.map(({ reason }) => reason));
    for (const { reason } of page.problems) log.warn({ reason }, 'part of the source could not be searched');
    if (page.checkpoint !== null) await job.updateData({ ...job.data, checkpoint: page.checkpoint, found });
    await job.updateProgress({ found });
  }
  // To have searched and found nothing is fine; not to have been able to search is not.
  if (found === 0 && problems.length > 0)
    throw new GivenUpError(failed('source/not-searched', problems.join('; ')).messages);
  await clearFailure(tools.store, source);
  log.info({ found }, 'searched');
  return { found };
}

/** The path that a search begins at; null for one of the web. */
function pathOf(spec: DiscoverJob['spec']): string | null {
  if ('path' in spec) return spec.kind === 'glob' ? spec.path.split(/[*?[{]/, 1)[0]! : spec.path;
  return spec.kind === 'file' ? spec.origin : null;
}

/** Days after a meeting in which its papers may still be corrected; older ones that were fetched are not asked for again. */
const SETTLED_AFTER = 365;

/** Papers that were not fetched yet, or that may have changed since. */
async function unsettled(
  sources: readonly DiscoveredSource[],
  { store }: StepTools,
): Promise<readonly DiscoveredSource[]> {
  const settled = new Date(Date.now() - SETTLED_AFTER * 24 * 3600 * 1000).toISOString().slice(0, 10);
  const isOld = ({ publication }: DiscoveredSource) => (publication?.meetingDate ?? settled) < settled;
  const fetched = await fetchedBefore(
    store,
    sources.filter(isOld).map(({ origin }) => origin),
  );
  return sources.filter(({ origin }) => !fetched.has(origin));
}

function publicationsOf({ publication }: DiscoveredSource): Publication[] {
  return publication ? [publication] : [];
}

function fetchJob({ kind, origin, file }: DiscoveredSource, { urgency, force }: DiscoverJob): FetchJob {
  return { kind, origin, file, urgency, force };
}
