import type { PaperReference, ValueInterval } from '@scrutineer/model';

/** One value that a paper gives for a period: what was said when, and by whom. */
export interface Vintage {
  readonly value: number;
  /** All values that would be printed so. */
  readonly interval: ValueInterval;
  /**
   * - `reported`: the paper prints it for the last period that it reports on.
   * - `comparison`: it prints it beside a later one, as what that is compared with.
   * - `derived`: it does not print it; it follows from a level and a change that it prints.
   */
  readonly kind: 'reported' | 'comparison' | 'derived';
  /** As printed; null where it is derived. */
  readonly figure: string | null;
  readonly paper: PaperReference;
  /** Id of the observation; null where it is derived. */
  readonly observation: string | null;
  /** Ids of the observations that it was derived from; empty where it is printed. */
  readonly derivedFrom: readonly string[];
  /** 1-based; Markdown only. */
  readonly line: number | null;
  /** 1-based; PDF only. */
  readonly page: number | null;
}

/** By the date of the paper (those without one first), file and id. */
export function inOrderOfPublication({ paper: a }: Vintage, { paper: b }: Vintage): number {
  return compare(a.date ?? '', b.date ?? '') || compare(a.file, b.file) || compare(a.id, b.id);
}

/** By code unit: the same on every machine, whatever its language. */
function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
