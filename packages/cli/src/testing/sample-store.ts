import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type FoundObservation, findObservations, openStore } from '@scrutineer/store';
import { runCommand } from './run-command.ts';

const SAMPLES = fileURLToPath(new URL('../../../../samples/papers/markdown', import.meta.url));

/** A store of the sample papers. */
export interface SampleStore {
  readonly path: string;
  /** All its observations, in its own order. */
  readonly found: readonly FoundObservation[];
  /** A path beside it, for what a test writes. */
  beside(name: string): string;
}

/** Ingests the sample papers once for all tests of a file, and removes the store afterwards. Call it inside `describe`. */
export function sampleStore(): SampleStore {
  let folder = '';
  let found: FoundObservation[] = [];
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'scrutineer-cli-'));
    await runCommand(['ingest', SAMPLES, '--store', join(folder, 's.db')]);
    const store = await openStore(join(folder, 's.db'));
    found = await Array.fromAsync(findObservations(store));
    await store.close();
  });
  afterAll(() => rm(folder, { recursive: true }));
  return {
    get path() {
      return join(folder, 's.db');
    },
    get found() {
      return found;
    },
    beside: (name) => join(folder, name),
  };
}
