import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
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

  test('clears what a process that was killed has left, and nothing of one that runs', async () => {
    const left = (name: string) => join(folder, '.unfinished', name);
    const uuid = '00000000-0000-4000-8000-000000000000';
    // No process has the greatest number that Linux gives.
    const killed = left(`${hostname()}.4194304.${uuid}`);
    const running = left(`${hostname()}.${process.pid}.${uuid}`);
    const [elsewhere, longAgo] = ['now', 'before'].map((name) => left(`other-machine-${name}.1.${uuid}`));
    mkdirSync(left('.'), { recursive: true });
    for (const path of [killed, running, elsewhere!, longAgo!]) writeFileSync(path, 'half');
    utimesSync(longAgo!, 0, 0);
    await localArchive(folder).put(ID, BYTES);
    expect([killed, running, elsewhere!, longAgo!].map(existsSync)).toEqual([false, true, true, false]);
  });

  test('a folder that cannot be written is one sentence', async () => {
    writeFileSync(join(folder, 'file'), '');
    await expect(localArchive(join(folder, 'file')).put(ID, BYTES)).rejects.toThrow(ArchiveError);
  });
});
