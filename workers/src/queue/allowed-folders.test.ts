import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defaultFolders, refusedPath } from './allowed-folders.ts';

describe('the folders that jobs may name files in', () => {
  let folder: string;
  const at = (path: string) => join(folder, path);
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'scrutineer-folders-'));
    for (const name of ['papers/2019', 'papers-of-others', 'private']) mkdirSync(at(name), { recursive: true });
    for (const name of ['papers/a.md', 'papers-of-others/a.md', 'private/key.md']) writeFileSync(at(name), 'x');
    symlinkSync(at('private/key.md'), at('papers/link.md'));
    symlinkSync(at('private'), at('papers/folder'));
    symlinkSync(at('papers'), at('same-papers'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test.each(['papers', 'papers/a.md', 'papers/2019', 'papers/none.md', 'papers/2019/../a.md'])('hold %s', (path) => {
    expect(refusedPath(at(path), [at('papers')])).toBeNull();
    expect(refusedPath(at(path), [at('same-papers')])).toBeNull();
  });

  test.each([
    'private/key.md',
    'papers-of-others/a.md',
    'papers/link.md',
    'papers/folder/key.md',
    'papers/folder/none.md',
    'papers/../private/key.md',
    '.',
  ])('do not hold %s', (path) => {
    expect(refusedPath(at(path), [at('papers')])).toMatchObject([
      { rule: 'source/not-allowed', reason: expect.stringContaining(`(${at('papers')})`) },
    ]);
  });

  test('are held against the path that a file: URL means, whatever its bytes', () => {
    expect(refusedPath(`file://${at('papers/caf%E9.md')}`, [at('papers')])).toBeNull();
    for (const path of ['private/key.md', 'papers/%2e%2e/private/key.md', 'papers%2F..%2Fprivate/key.md'])
      expect(refusedPath(`file://${at(path)}`, [at('papers'), process.cwd()])).not.toBeNull();
    expect(refusedPath('file:///etc/passwd', [process.cwd()])).not.toBeNull();
    expect(refusedPath('file:/etc/passwd', ['/srv'])).not.toBeNull();
  });

  test('are the folder a worker starts in, unless all or somebody’s own lies there', () => {
    expect(defaultFolders('/srv/papers', '/home/me')).toEqual(['/srv/papers']);
    expect(defaultFolders('/home/me', '/home/me')).toEqual([]);
    expect(defaultFolders('/', '/home/me')).toEqual([]);
    expect(refusedPath(at('papers/a.md'), [])).toMatchObject([{ reason: expect.stringContaining('none is allowed') }]);
  });
});
