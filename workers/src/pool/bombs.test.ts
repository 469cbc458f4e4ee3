import { failureReason } from '@scrutineer/model';
import { DOCX_BOMBS, PDF_BOMBS } from '@scrutineer/testkit';
import { createPool, type Pool } from './pool.ts';

const entry = new URL('./tree-process.ts', import.meta.url);
const BOMBS = Object.entries({ ...DOCX_BOMBS, ...PDF_BOMBS });

const poolOf = (memoryBudget: number, pageTime: number): Pool<never> =>
  createPool(1, { entry, timeBudget: 20_000, memoryBudget, reading: { ocr: 'never', pageTime } });

const read = (pool: Pool<never>, file: string, bytes: Uint8Array) =>
  pool.withReader((run) => run({ id: file, file, bytes }));

describe('files that unpack to much more than they are', () => {
  let pool: Pool<never>;
  beforeAll(() => {
    pool = poolOf(1000, 4000);
  });
  afterAll(() => pool.close());

  test.each(BOMBS)('%s: 1 MiB is read, or refused in a sentence', async (_, bomb) => {
    const bytes = bomb(1);
    expect(bytes.length).toBeLessThan(100_000);
    const result = await read(pool, 'bomb', bytes);
    if (result.status === 'failed') expect(failureReason(result.messages)).toMatch(/^(bomb|no page of bomb) \S/);
    for (const { rule } of result.messages) expect(rule).not.toBe('reader/error');
  });
});

test.each([
  ['Word: one run of text', 100, /^bomb needs more memory to read than a paper may take/],
  ['Word: paragraphs', 100, /^bomb needs more memory to read than a paper may take/],
  ['Word: a part that says it is small', 100, /^bomb unpacks to more than 512 MiB/],
  ['Word: styles', 600, /^bomb unpacks to more than 512 MiB/],
])('%s, %d MiB: ends with a sentence, and the next paper is read', async (name, size, sentence) => {
  const pool = poolOf(400, 10_000);
  try {
    const result = await read(pool, 'bomb', DOCX_BOMBS[name]!(size));
    expect(failureReason(result.messages)).toMatch(sentence);
    expect((await read(pool, 'next.md', new TextEncoder().encode('Robbery rose by 5%.'))).status).toBe('complete');
  } finally {
    await pool.close();
  }
});
