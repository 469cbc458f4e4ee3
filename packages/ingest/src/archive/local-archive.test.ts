import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sha256 } from '@scrutineer/model';
import { ArchiveError, localArchive } from './index.ts';

const BYTES = new TextEncoder().encode('# A paper\n');
const ID = sha256(BYTES);

describe('local archive', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'scrutineer-archive-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const kept = () => join(folder, ID.slice(0, 2), ID.slice(2, 4), ID);

  test('keeps bytes under their hash, and nothing else', async () => {
    const archive = localArchive(join(folder));
    expect(await archive.put(ID, BYTES)).toBe(true);
    expect(readFileSync(kept()).equals(BYTES)).toBe(true);
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    expect(files.map(({ name }) => name)).toEqual([ID]);
  });

  test('gives the bytes back; keeping them again changes nothing', async () => {
    const archive = localArchive(folder);
    await archive.put(ID, BYTES);
    expect(await archive.put(ID, BYTES)).toBe(false);
    expect(Buffer.from((await archive.get(ID))!).equals(BYTES)).toBe(true);
  });

  test('gives null for what it does not hold, and after removal', async () => {
    const archive = localArchive(folder);
    expect(await archive.get(ID)).toBeNull();
    await archive.put(ID, BYTES);
    await archive.remove(ID);
    await archive.remove(ID);
    expect(await archive.get(ID)).toBeNull();
  });

  test('refuses bytes that changed on disk, and mends a file that was cut short', async () => {
    const archive = localArchive(folder);
    await archive.put(ID, BYTES);
    writeFileSync(kept(), '# A pap');
    await expect(archive.get(ID)).rejects.toThrow(/is damaged/);
    expect(await archive.put(ID, BYTES)).toBe(true);
    expect(await archive.get(ID)).not.toBeNull();
  });

  test('writers at the same time leave one whole file', async () => {
    const archives = Array.from({ length: 8 }, () => localArchive(folder));
    await Promise.all(archives.map((archive) => archive.put(ID, BYTES)));
    expect(readdirSync(join(kept(), '..'))).toEqual([ID]);
  });

  test('a folder that cannot be written is one sentence', async () => {
    writeFileSync(join(folder, 'file'), '');
    await expect(localArchive(join(folder, 'file')).put(ID, BYTES)).rejects.toThrow(ArchiveError);
  });

  test('takes nothing but a hash for an id, so that no path leaves the folder', async () => {
    expect(() => localArchive(folder).get('../../../etc/passwd')).toThrow(RangeError);
  });
});
