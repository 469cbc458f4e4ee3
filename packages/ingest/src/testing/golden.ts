import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/** Set to rewrite the golden files from what the code gives now: read the difference before it is committed. */
export const updatesGolden = process.env.UPDATE_GOLDEN === '1';

/** Compares a text with its golden file, or writes that file when golden files are being updated. */
export function expectGolden(actual: string, path: string): void {
  if (updatesGolden) writeFileSync(path, actual);
  if (!existsSync(path)) throw new Error(`no golden file ${path}; write it with UPDATE_GOLDEN=1`);
  expect(actual).toBe(readFileSync(path, 'utf8'));
}
