import { availableParallelism } from 'node:os';
import type { Ocr } from '@scrutineer/ingest';
import { createPool, type Pool } from './pool.ts';

/** Milliseconds that one paper may take: far more than the largest real paper needs, far less than forever. */
const TIME_BUDGET = 300_000;
/** Milliseconds that one page may take. */
const PAGE_TIME_BUDGET = 60_000;
/**
 * MiB of memory that one thread may take; a Word table of 100,000 cells needs two thirds of it. From 2048 on, V8 lets
 * garbage pile up four times as high before it collects.
 */
const MEMORY_BUDGET = 1536;

/** How papers are read by a pool; times are milliseconds. */
export interface ReadingLimits {
  readonly ocr?: Ocr;
  /** What one paper may take. */
  readonly paperTime?: number;
  /** What one page of a PDF may take. */
  readonly pageTime?: number;
}

/** Threads that read and extract. */
export function readingPool(size: number, limits: ReadingLimits = {}): Pool {
  const { ocr = 'auto', paperTime = TIME_BUDGET, pageTime = PAGE_TIME_BUDGET } = limits;
  const recognitionThreads = Math.max(1, Math.floor(availableParallelism() / Math.max(size, 1)));
  return createPool(size, {
    entry: new URL('./reading-thread.ts', import.meta.url),
    timeBudget: paperTime,
    memoryBudget: MEMORY_BUDGET,
    reading: { ocr, pageTime, recognitionThreads },
  });
}
