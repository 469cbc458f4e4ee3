import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Makes a folder with files for each test, and removes it afterwards. Call it inside `describe`. */
export function scratchFolder(files: Readonly<Record<string, string | Uint8Array>> = {}): (path: string) => string {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'scrutineer-cli-'));
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  return (path) => join(folder, path);
}
