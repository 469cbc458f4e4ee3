import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Outcome, runCommand } from './run-command.ts';

/** A store of papers that all tests of a file read. */
export interface IngestedStore {
  /** Runs a command on it. */
  run(...args: string[]): Promise<Outcome>;
  /** Its file. */
  path(): string;
  /** A path beside it, for what a test writes. */
  beside(name: string): string;
}

/** Ingests papers once for all tests of a file, and removes the store afterwards. Call it inside `describe`. */
export function ingestedStore(papers: Readonly<Record<string, string>>): IngestedStore {
  let folder = '';
  const run = (...args: string[]) => runCommand([...args, '--store', join(folder, 's.db')]);
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'scrutineer-cli-'));
    mkdirSync(join(folder, 'papers'));
    for (const [name, text] of Object.entries(papers)) writeFileSync(join(folder, 'papers', name), text);
    await run('ingest', join(folder, 'papers'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));
  return { run, path: () => join(folder, 's.db'), beside: (name) => join(folder, name) };
}
