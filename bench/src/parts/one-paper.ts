import { extract } from '@scrutineer/extract';
import { readPaper } from '@scrutineer/ingest';
import { median, type PartResult, ratio, repeat } from '../measure/figure.ts';
import { COMMAND, runNode } from '../measure/run-process.ts';
import type { BenchOptions } from '../options.ts';
import { paperOfLines } from '../papers/sample-papers.ts';
import { asFiles, withFolder } from '../papers/scratch-folder.ts';

const LINES = 400;
/** What is left of the whole process without the paper: loading and starting. */
const ONE_LINE = 'There were 1,234 burglaries in the 12 months to 30 June 2019.\n';
/** Papers read before the clock starts, so that what is measured is reading and not the start of it. */
const WARM_UP = 10;
/** Papers in one warm run; each differs from the others, so that nothing is remembered whole. */
const PAPERS_IN_A_RUN = 10;

interface Times {
  readonly read: number;
  readonly extract: number;
}

/** Reading and extracting one Markdown paper: after start-up, and as a whole process. */
export async function onePaper({ runs }: BenchOptions): Promise<PartResult> {
  const paper = paperOfLines(LINES);
  for (let index = 0; index < WARM_UP; index += 1) await timeOf(`${paper}\nWarm-up ${index}.\n`);
  const warm = await repeat(runs, (run) => warmRun(paper, run));
  const coldOf = (text: string) =>
    withFolder(asFiles([text]), (path) => repeat(runs, () => coldRun(path('papers/0.md'))));
  const read = { name: 'read, warm', unit: 'ms', runs: warm.map((times) => times.read) };
  const extraction = { name: 'extract, warm', unit: 'ms', runs: warm.map((times) => times.extract) };
  const both = { name: 'read and extract, warm', unit: 'ms', runs: warm.map((times) => times.read + times.extract) };
  const whole = { name: 'whole process', unit: 'ms', runs: await coldOf(paper) };
  const least = { name: 'whole process, a paper of one line', unit: 'ms', runs: await coldOf(ONE_LINE) };
  return {
    part: 'one paper',
    figures: [read, extraction, both, whole, least, ratio('extract against read', extraction, read)],
    note: `a Markdown paper of ${LINES} lines and ${Math.round(paper.length / 1000)} kB`,
  };
}

async function warmRun(paper: string, run: number): Promise<Times> {
  const times = await repeat(PAPERS_IN_A_RUN, (index) => timeOf(`${paper}\nRun ${run}, copy ${index}.\n`));
  return { read: median(times.map((time) => time.read)), extract: median(times.map((time) => time.extract)) };
}

/** Milliseconds from start to end of the command. */
async function coldRun(file: string): Promise<number> {
  return (await runNode([COMMAND, 'extract', file, '--format', 'jsonl'])).wall;
}

async function timeOf(text: string): Promise<Times> {
  const bytes = Buffer.from(text);
  const start = performance.now();
  const tree = await readPaper(bytes, 'paper.md');
  const middle = performance.now();
  if (tree.status === 'failed') throw new Error('the paper of the benchmark could not be read');
  extract(tree.value, { id: 'paper' });
  return { read: middle - start, extract: performance.now() - middle };
}
