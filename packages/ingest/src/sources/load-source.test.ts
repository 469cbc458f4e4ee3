import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { failureReason, sha256 } from '@scrutineer/model';
import { loadSource, type Source } from './index.ts';

describe('loading a file', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'scrutineer-load-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const source = (file: string): Source => ({ kind: 'file', origin: join(folder, file), file });

  test('gives its bytes and their hash', async () => {
    writeFileSync(join(folder, 'a.md'), '# a');
    const result = await loadSource(source('a.md'));
    expect(result.status === 'complete' && result.value).toMatchObject({ id: sha256('# a'), file: 'a.md' });
  });

  test.each([
    ['gone.md', undefined, 'gone.md cannot be opened (ENOENT)'],
    ['big.md', 1024 * 1024, 'big.md is 2 MiB, more than the 1 MiB that a paper may have; split it'],
  ])('%s fails with one sentence', async (file, maxBytes, reason) => {
    writeFileSync(join(folder, 'big.md'), Buffer.alloc(2 * 1024 * 1024));
    const result = await loadSource(source(file), maxBytes ? { maxBytes } : {});
    expect(result.status === 'failed' && failureReason(result.messages)).toContain(reason);
  });

  test('what is no regular file is refused', async () => {
    const result = await loadSource({ kind: 'file', origin: '/dev/null', file: 'null' });
    expect(result.status === 'failed' && failureReason(result.messages)).toBe(
      'null is no file that can be read as a paper',
    );
  });
});
