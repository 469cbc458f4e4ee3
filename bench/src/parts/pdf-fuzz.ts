import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { mutated } from '@scrutineer/testkit';
import { treePool } from '@scrutineer/workers/reading-pool';
import type { Figure, PartResult } from '../measure/figure.ts';
import { memoryOfTree } from '../measure/memory-of-tree.ts';
import type { BenchOptions } from '../options.ts';

const SAMPLES = fileURLToPath(new URL('../../../samples/papers/pdf', import.meta.url));
const FILES = 2000;
/** Files after which memory is looked at first: processes and caches are there then. */
const WARM = 200;
const THREADS = 2;

/** Damaged PDF files: each must be read in part or refused in a sentence; none may end its process, hang or leak. */
export async function pdfFuzz(_: BenchOptions): Promise<PartResult> {
  const bases = globSync('*.pdf', { cwd: SAMPLES })
    .sort()
    .map((file) => readFileSync(join(SAMPLES, file)));
  const outcomes = new Map<string, number>();
  const memory: number[] = [];
  const pool = treePool(THREADS, { ocr: 'never' });
  const readOne = async (seed: number) =>
    pool.withReader(async (read) => {
      const file = `damaged-${seed}.pdf`;
      const result = await read({ id: file, file, bytes: mutated(bases[seed % bases.length]!, seed) });
      const isOurFault = result.messages.some(
        ({ rule }) => rule === 'pipeline/thread-ended' || rule === 'reader/error',
      );
      const outcome = isOurFault ? 'ended its process or met a fault of the reader' : result.status;
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
      if (isOurFault) console.error(result.messages.map(({ reason }) => reason).join('; '));
      memory.push(memoryOfTree(process.pid));
    });
  await Promise.all(Array.from({ length: FILES }, (_unused, seed) => readOne(seed)));
  await pool.close();
  const figures = [...outcomes].sort().map(([name, count]): Figure => ({ name, unit: 'files', runs: [count] }));
  const peak = (from: number, to: number) => Math.max(...memory.slice(from, to));
  return {
    part: 'pdf-fuzz',
    figures: [
      ...figures,
      { name: `most memory up to file ${WARM}`, unit: 'MB', runs: [peak(0, WARM)] },
      { name: `most memory up to file ${FILES}`, unit: 'MB', runs: [peak(0, FILES)] },
    ],
    note: `${FILES} files made from ${bases.length} samples: bytes changed, stretches cut, repeated and swapped, numbers replaced`,
  };
}
