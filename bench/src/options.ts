/** What a person asked the benchmark for. */
export interface BenchOptions {
  /** Runs of each measurement. */
  readonly runs: number;
  /** Papers for the measurement of speed. */
  readonly papers: number;
  /** A folder with `papers/`, `labels/` and `tools/`; null where none was named. */
  readonly shared: string | null;
}
