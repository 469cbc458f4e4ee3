import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Makes a folder with these files, hands it over, and removes it whatever happens. */
export async function withFolder<T>(
  files: ReadonlyMap<string, string | Uint8Array>,
  work: (path: (name: string) => string) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'scrutineer-bench-'));
  try {
    for (const [name, content] of files) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), content);
    }
    return await work((name) => join(folder, name));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Files named `papers/0.md`, `papers/1.md`… */
export function asFiles(papers: readonly string[]): Map<string, string> {
  return new Map(papers.map((paper, index) => [`papers/${index}.md`, paper]));
}
