/** An observation's confidence and whether it was right. */
export interface Judged {
  readonly confidence: number;
  readonly right: boolean;
}

/** What confidences within `[from, to)` promise and what came of them; the last bucket includes 1. */
export interface Bucket {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  /** Mean of the confidences; null where the bucket is empty. */
  readonly promised: number | null;
  /** Share that was right; null where the bucket is empty. */
  readonly right: number | null;
}

const EDGES = [0, 0.5, 0.6, 0.7, 0.8, 0.9, 1] as const;

/** A reliability table: were nine in ten of those at 0.9 right? */
export function reliability(judged: readonly Judged[]): Bucket[] {
  return EDGES.slice(1).map((to, index) => {
    const from = EDGES[index]!;
    const within = judged.filter(
      ({ confidence }) => confidence >= from && (confidence < to || (to === 1 && confidence === 1)),
    );
    return {
      from,
      to,
      count: within.length,
      promised: mean(within.map(({ confidence }) => confidence)),
      right: mean(within.map(({ right }) => Number(right))),
    };
  });
}

function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}
