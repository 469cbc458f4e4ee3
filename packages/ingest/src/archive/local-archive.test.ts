import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ArchiveError, localArchive, openArchive } from './index.ts';
import { archiveConformance, BYTES, ID } from './testing/conformance.ts';

describe('an archive in a folder', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'scrutineer-archive-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const kept = () => join(folder, ID.slice(0, 2), ID.slice(2, 4), ID);

  archiveConformance(
    () => openArchive(folder),
    async (_, bytes) => writeFileSync(kept(), bytes),
  );

  test('keeps bytes under their hash, and nothing else', async () => {
    const archives = Array.from({ length: 8 }, () => localArchive(folder));
    await Promise.all(archives.map((archive) => archive.put(ID, BYTES)));
    expect(readFileSync(kept()).equals(BYTES)).toBe(true);
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    expect(files.map(({ name }) => name)).toEqual([ID]);
  });

  test('a folder that cannot be written is one sentence', async () => {
    writeFileSync(join(folder, 'file'), '');
    await expect(localArchive(join(folder, 'file')).put(ID, BYTES)).rejects.toThrow(ArchiveError);
  });
});
