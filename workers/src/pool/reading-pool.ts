import { availableParallelism } from 'node:os';
import { type Ocr, PAGE_TIME } from '@scrutineer/ingest/read-options';
import type { PaperTree, StepResult } from '@scrutineer/model';
import type { ReadingResult } from '../steps/read-and-extract.ts';
import type { Job } from './job.ts';
import { createPool, type Pool } from './pool.ts';
import type { ReaderOptions } from './reader.ts';

/** Milliseconds that one paper may take: far more than the largest real paper needs, far less than forever. */
const TIME_BUDGET = 300_000;
/**
 * MiB of memory that one process may take, with all that it has loaded; a Word table of 100,000 cells needs two thirds of
 * it. From 2048 on, V8 lets garbage pile up four times as high before it collects.
 */
const MEMORY_BUDGET = 1450;

/** How papers are read by processes of their own; times are milliseconds. */
export interface ReadingLimits {
  readonly ocr?: Ocr;
  /** What one paper may take. */
  readonly paperTime?: number;
  /** What one page of a PDF may take. */
  readonly pageTime?: number;
}

/** Processes that read and extract. */
export function readingPool(size: number, limits: ReadingLimits = {}): Pool<ReadingResult> {
  return createPool(size, readerOptions('./reading-process.ts', size, limits));
}

/** Reads and extracts one paper in a process of its own, so that a page that hangs or exhausts memory is left out. */
export function extractApart(job: Job, limits: ReadingLimits = {}): Promise<StepResult<ReadingResult>> {
  return alone(readingPool(1, limits), job);
}

/** Reads one paper, as `extractApart` does. */
export function readTreeApart(job: Job, limits: ReadingLimits = {}): Promise<StepResult<PaperTree>> {
  return alone(treePool(1, limits), job);
}

/** Processes that read and do not extract. */
export function treePool(size: number, limits: ReadingLimits = {}): Pool<PaperTree> {
  return createPool(size, readerOptions('./tree-process.ts', size, limits));
}

/** Processes that draw pages of a PDF, with what was found on them, as PNG: jobs name the page. */
export function overlayPool(size: number, limits: ReadingLimits = {}): Pool<Uint8Array> {
  return createPool(size, readerOptions('./overlay-process.ts', size, limits));
}

async function alone<T>(pool: Pool<T>, { id, file, bytes }: Job): Promise<StepResult<T>> {
  try {
    return await pool.withReader((read) => read({ id, file, bytes }));
  } finally {
    await pool.close();
  }
}

function readerOptions(entry: string, size: number, limits: ReadingLimits): ReaderOptions {
  const { ocr = 'auto', paperTime = TIME_BUDGET, pageTime = PAGE_TIME } = limits;
  const recognitionThreads = Math.max(1, Math.floor(availableParallelism() / Math.max(size, 1)));
  return {
    entry: new URL(entry, import.meta.url),
    timeBudget: paperTime,
    memoryBudget: MEMORY_BUDGET,
    reading: { ocr, pageTime, recognitionThreads },
  };
}
