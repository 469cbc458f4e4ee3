import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { Archive } from '@scrutineer/ingest/archive';
import type { StepResult } from '@scrutineer/model';
import { PIPELINE_VERSION } from '../pipeline-version.ts';
import type { ReadingResult } from './read-and-extract.ts';

/**
 * What reading gave waits in the archive until it is stored, so that a database that is away costs no reading.
 * It is named after the bytes, the file name that its messages speak of, and the version that read.
 */
export type Reading = StepResult<ReadingResult>;

/** Readings are a tenth of their size even so, and written and read once. */
const FASTEST = 1;

interface Named {
  readonly paper: string;
  readonly file: string;
}

export async function keepReading(archive: Archive, named: Named, reading: Reading): Promise<void> {
  await archive.putNamed(nameOf(named), await promisify(gzip)(JSON.stringify(reading), { level: FASTEST }));
}

/** The reading of a paper by this version; null where there is none, or only half of one. */
export async function keptReading(archive: Archive, named: Named): Promise<Reading | null> {
  const bytes = await archive.getNamed(nameOf(named));
  try {
    return bytes && (JSON.parse((await promisify(gunzip)(bytes)).toString()) as Reading);
  } catch {
    return null;
  }
}

function nameOf({ paper, file }: Named): string {
  const fileHash = createHash('sha256').update(file).digest('hex').slice(0, 8);
  return `readings/${paper}.${PIPELINE_VERSION}.${fileHash}`;
}
