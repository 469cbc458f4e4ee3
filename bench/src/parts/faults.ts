import { backfillWithFaults, runScrutineer } from '@scrutineer/testkit';
import type { PartResult } from '../measure/figure.ts';
import type { BenchOptions } from '../options.ts';
import { distinctPapers } from '../papers/sample-papers.ts';
import { asFiles, withFolder } from '../papers/scratch-folder.ts';
import { withServers } from './queue.ts';

const PAPERS = 300;
const FAULTS = { kills: 30, restarts: 2 };
const WORKERS = 4;

/**
 * A backfill with workers killed and servers restarted while it runs, against an embedded run that nothing disturbs.
 *
 * @throws Error where they do not give the same observations byte for byte
 */
export async function faults(_: BenchOptions): Promise<PartResult> {
  const outcome = await withFolder(asFiles(distinctPapers(PAPERS)), async (path) => {
    const embedded = { SCRUTINEER_STORE: path('embedded.db') };
    await runScrutineer(['ingest', path('papers')], embedded);
    const expected = await runScrutineer(['observations', '--format', 'jsonl'], embedded);
    const disturbed = await withServers((servers) =>
      backfillWithFaults({
        papers: path('papers'),
        count: PAPERS,
        archive: path('archive'),
        workers: WORKERS,
        ...servers,
        faults: FAULTS,
      }),
    );
    if (disturbed.observations !== expected) throw new Error('the disturbed backfill gave other observations');
    return disturbed;
  });
  return {
    part: 'faults',
    figures: [
      { name: 'papers stored', unit: 'papers', runs: [outcome.stored] },
      { name: 'papers failed', unit: 'papers', runs: [outcome.failed.length] },
      { name: 'workers killed', unit: 'times', runs: [outcome.kills] },
      { name: 'restarts of Redis, and of PostgreSQL', unit: 'times each', runs: [outcome.restarts] },
      { name: 'from the start to the end', unit: 's', runs: [outcome.time / 1000] },
    ],
    note: `${PAPERS} papers, ${WORKERS} workers; the observations equal those of an undisturbed embedded run byte for byte`,
  };
}
