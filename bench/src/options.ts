/** What a person asked the benchmark for. */
export interface BenchOptions {
  /** Runs of each measurement. */
  readonly runs: number;
  /** Papers for the measurement of speed. */
  readonly papers: number;
  /** Damaged files of each format. */
  readonly files: number;
  /** A folder with `papers/` and `labels/`, or `corpus/`, or both; null where none was named. */
  readonly shared: string | null;
  /** The sets of `first-contact/` that are measured; none but those that were asked for, as a set is new only once. */
  readonly firstContact: readonly string[];
  /** Where the weights of confidence are written that fit the open papers; null where they are not asked for. */
  readonly weights: string | null;
}
