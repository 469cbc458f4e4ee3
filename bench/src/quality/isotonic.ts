import type { Judged } from './reliability.ts';

/** From this probability on, this share was right. */
export interface Step {
  readonly from: number;
  readonly right: number;
}

/** A step stands on at least so many judgements, or its share means little. */
const FEWEST = 120;

/**
 * What probabilities were worth, as steps that never fall: isotonic regression by pooling adjacent violators (Ayer et al.
 * 1955; for probabilities Zadrozny and Elkan 2002).
 */
export function isotonicSteps(judged: readonly Judged[]): Step[] {
  const sorted = [...judged].sort((a, b) => a.confidence - b.confidence);
  const pools: { from: number; count: number; right: number }[] = [];
  for (let at = 0; at < sorted.length; ) {
    const rest = sorted.length - at;
    const part = sorted.slice(at, at + (rest < 2 * FEWEST ? rest : FEWEST));
    at += part.length;
    pools.push({ from: part[0]!.confidence, count: part.length, right: part.filter(({ right }) => right).length });
    while (pools.length > 1 && share(pools.at(-1)!) <= share(pools.at(-2)!)) {
      const last = pools.pop()!;
      const before = pools.pop()!;
      pools.push({ from: before.from, count: before.count + last.count, right: before.right + last.right });
    }
  }
  return pools.map((pool, index) => ({ from: index === 0 ? 0 : pool.from, right: share(pool) }));
}

function share({ right, count }: { readonly right: number; readonly count: number }): number {
  return right / count;
}
