import { createHash } from 'node:crypto';
import type { SourceSpec } from '@scrutineer/ingest/sources';

/**
 * What jobs carry: where a paper is and who it is, never its bytes (they are in the archive) and never what was read
 * from it (that is in the archive until it is in the store).
 */

/** Smaller goes first. A person who waits goes before a backfill. */
export const PRIORITY = { user: 1, backfill: 10 } as const;

export type Urgency = keyof typeof PRIORITY;

/** Find the papers that a source announces, and enqueue each. */
export interface DiscoverJob {
  /** As typed: `moderngov:https://…`, a folder, `list:urls.txt`. */
  readonly source: string;
  /** What is meant by it; paths are absolute. */
  readonly spec: SourceSpec;
  readonly urgency: Urgency;
  readonly force: boolean;
  /** Where an interrupted discovery goes on; null to begin. */
  readonly checkpoint: string | null;
  /** Papers found before the checkpoint. */
  readonly found: number;
}

/** Take a paper's bytes into the archive. */
export interface FetchJob {
  readonly kind: 'file' | 'url';
  readonly origin: string;
  readonly file: string;
  readonly urgency: Urgency;
  /** Read again what the same version has read. */
  readonly force: boolean;
}

/** A paper whose bytes the archive holds: what reading and storing need. */
export interface PaperJob extends FetchJob {
  /** sha256 of the bytes, hex. */
  readonly paper: string;
  readonly byteLength: number;
  /** ISO time at which the bytes were taken. */
  readonly seenAt: string;
}

/** The same paper from the same place is one job, however often it is asked for. */
export function fetchJobId(origin: string): string {
  return hash(['fetch', origin]);
}

export function paperJobId({ paper, origin }: Pick<PaperJob, 'paper' | 'origin'>): string {
  return hash(['paper', paper, origin]);
}

export function discoverJobId(source: string): string {
  return hash(['discover', source]);
}

function hash(parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
}
