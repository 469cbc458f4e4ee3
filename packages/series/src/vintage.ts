import type { Observation, PaperReference, Period, ValueInterval } from '@scrutineer/model';

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

/** A value with the observation that names its measure and area. */
export interface DatedValue {
  readonly of: Observation;
  readonly period: Period;
  readonly vintage: Vintage;
}

/** By the date of the paper (those without one first) and file; what a paper prints comes before what it implies. */
export function inOrderOfPublication(a: Vintage, b: Vintage): number {
  const key = ({ paper, kind }: Vintage) =>
    `${paper.date ?? ''} ${paper.file} ${paper.id} ${kind === 'derived' ? 0 : 1}`;
  const [one, other] = [key(a), key(b)];
  return one < other ? -1 : Number(one > other);
}
