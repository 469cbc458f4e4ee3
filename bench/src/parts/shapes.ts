import { readingPool } from '@scrutineer/workers/reading-pool';
import type { Figure, PartResult } from '../measure/figure.ts';
import type { BenchOptions } from '../options.ts';
import { SHAPES } from '../papers/hostile-shapes.ts';

/** Characters of the shorter text; the longer has twice as many. */
const LENGTH = 500_000;
/** Milliseconds after which a paper is given up, so that the part ends. */
const PATIENCE = 60_000;
const WARM_UP = '# Report\n\nIn 2019 burglary rose by 5% to 1,234.\n';

/** Texts that no author writes: reading and extracting must take time that grows no faster than their length. */
export async function shapes(_: BenchOptions): Promise<PartResult> {
  const pool = readingPool(1, { paperTime: PATIENCE });
  const time = (file: string, text: string) =>
    pool.withReader(async (read) => {
      const bytes = new TextEncoder().encode(text);
      const start = performance.now();
      const { status, messages } = await read({ id: file, file, bytes });
      if (status === 'failed') console.error(messages.map(({ reason }) => reason).join('; '));
      return performance.now() - start;
    });
  const figures: Figure[] = [];
  for (const { name, markdown, html } of SHAPES) {
    for (const [format, of] of [['md', markdown] as const, ['html', html] as const]) {
      // A thread that was given up is started anew: that is no time of the paper.
      await time('warm-up.md', WARM_UP);
      const once = await time(`${name}.${format}`, of(LENGTH));
      await time('warm-up.md', WARM_UP);
      const twice = await time(`${name}.${format}`, of(2 * LENGTH));
      figures.push(
        { name: `${name}, ${format}, 1 MB`, unit: 'ms', runs: [twice] },
        { name: `${name}, ${format}, 1 MB against 0.5 MB`, unit: 'times', runs: [twice / once] },
      );
    }
  }
  await pool.close();
  const kinds = SHAPES.length;
  const note = `${kinds} shapes of ${LENGTH / 1e6} and ${(2 * LENGTH) / 1e6} MB; a paper is given up after ${PATIENCE / 1000} seconds`;
  return { part: 'shapes', figures, note };
}
