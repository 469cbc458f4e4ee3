import { createPool, type Pool } from './pool.ts';

/** Milliseconds that one paper may take: far more than the largest real paper needs, far less than forever. */
const TIME_BUDGET = 300_000;
/**
 * MiB of memory that one thread may take; a Word table of 100,000 cells needs two thirds of it. From 2048 on, V8 lets
 * garbage pile up four times as high before it collects.
 */
const MEMORY_BUDGET = 1536;

/** Threads that read and extract. */
export function readingPool(
  size: number,
  entry = new URL('./reading-thread.ts', import.meta.url),
  timeBudget = TIME_BUDGET,
): Pool {
  return createPool(size, { entry, timeBudget, memoryBudget: MEMORY_BUDGET });
}
