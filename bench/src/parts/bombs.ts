import { DOCX_BOMBS, PDF_BOMBS } from '@scrutineer/testkit';
import { readingPool } from '@scrutineer/workers/reading-pool';
import type { Figure, PartResult } from '../measure/figure.ts';
import { childrenOf, mostMemory } from '../measure/memory-of-tree.ts';
import type { BenchOptions } from '../options.ts';

/** MiB that each unpacks to: below what is refused by its size alone. */
const SIZE = 400;
/** Milliseconds that one may take, and one page of it. */
const PATIENCE = { paperTime: 60_000, pageTime: 20_000 };
/** Milliseconds between looks at the reading process; what it held between them, the system remembers. */
const LOOK = 20;

/** Files that unpack to much more than they are: how each ends, how long it takes, and the most memory (Linux). */
export async function bombs(_: BenchOptions): Promise<PartResult> {
  const figures: Figure[] = [];
  for (const [name, bomb] of Object.entries({ ...DOCX_BOMBS, ...PDF_BOMBS })) {
    const { time, memory, sentence } = await readOne(bomb(SIZE));
    figures.push({ name: `${name}: ${sentence}`, unit: 'ms', runs: [time] });
    figures.push({ name: `${name}, most memory`, unit: 'MB', runs: [memory] });
  }
  return { part: 'bombs', figures, note: `${figures.length / 2} files that unpack to ${SIZE} MiB or take as much` };
}

async function readOne(bytes: Uint8Array) {
  const pool = readingPool(1, { ocr: 'never', ...PATIENCE });
  let memory = 0;
  const look = setInterval(() => {
    memory = Math.max(memory, ...childrenOf(process.pid).map(mostMemory));
  }, LOOK);
  try {
    const begun = performance.now();
    const { status, messages } = await pool.withReader((read) => read({ id: 'bomb', file: 'bomb', bytes }));
    const told = messages.find(({ severity }) => severity !== 'info')?.reason ?? 'read';
    return { time: performance.now() - begun, memory, sentence: `${status}, ${told}` };
  } finally {
    clearInterval(look);
    await pool.close();
  }
}
