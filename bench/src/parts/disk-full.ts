import { canMountDisk, ingestOnFullDisk } from '@scrutineer/testkit';
import type { PartResult } from '../measure/figure.ts';
import type { BenchOptions } from '../options.ts';
import { distinctPapers } from '../papers/sample-papers.ts';
import { asFiles, withFolder } from '../papers/scratch-folder.ts';

const PAPERS = 10;
const POINTS = 50;
/** Milliseconds within which a command is to end, the reading before its disk was full included. */
const PATIENCE = 5000;

/** `ingest` on a disk that fills at many points of the run, and again when there is room. */
export async function diskFull(_: BenchOptions): Promise<PartResult> {
  if (!canMountDisk()) return { part: 'disk-full', figures: [], note: 'not measured: it needs to mount disks' };
  const runs = await withFolder(asFiles(distinctPapers(PAPERS)), (path) => ingestOnFullDisk(path('papers'), POINTS));
  const count = (holds: (run: (typeof runs)[number]) => boolean) => runs.filter(holds).length;
  const told = /^scrutineer: disk full: the (?:store|archive file) \/\S+ cannot be written; .*\n$/;
  return {
    part: 'disk-full',
    figures: [
      { name: 'points at which the disk filled', unit: 'points', runs: [runs.length] },
      { name: 'ended with exit code 5', unit: 'points', runs: [count(({ code }) => code === 5)] },
      {
        name: 'told by one sentence with the path',
        unit: 'points',
        runs: [count(({ stderr }) => told.test(lastLine(stderr)))],
      },
      { name: 'ended within 5 s', unit: 'points', runs: [count(({ time }) => time < PATIENCE)] },
      { name: 'rerun equal to an undisturbed run', unit: 'points', runs: [count(({ healed }) => healed)] },
      { name: 'whole command', unit: 's', runs: runs.map(({ time }) => time / 1000) },
    ],
    note: `${PAPERS} papers; store and archive on one disk in memory`,
  };
}

function lastLine(text: string): string {
  return `${text.trimEnd().split('\n').at(-1)}\n`;
}
