import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { DAMAGED_FORMATS, damagedPaper } from '@scrutineer/testkit';
import { readAndExtract } from './read-and-extract.ts';

const FILES = 50;
/** Least share of the files that what opens the format must still open: others test the reader's door alone. */
const REACHING = 0.8;

describe.each(DAMAGED_FORMATS)('papers damaged inside, in %s', (format) => {
  const folder = fileURLToPath(new URL(`../../../samples/papers/${format}/`, import.meta.url));
  // The shortest will do: those of each publisher are built alike.
  const bases = readdirSync(folder)
    .filter((file) => file.startsWith('cumbria-panel'))
    .map((file) => readFileSync(folder + file));

  test('are read or refused in a sentence, most of them read', async () => {
    let read = 0;
    for (let seed = 0; seed < FILES; seed += 1) {
      const bytes = await damagedPaper(format, bases[seed % bases.length]!, seed);
      const result = await readAndExtract(bytes, { id: 'id', file: `damaged.${format}` }, { ocr: 'never' });
      const rules = result.messages.map(({ rule }) => rule);
      expect({ seed, rules }).not.toMatchObject({ rules: expect.arrayContaining(['pipeline/fault']) });
      expect({ seed, rules }).not.toMatchObject({ rules: expect.arrayContaining(['reader/error']) });
      if (result.status === 'failed') expect(result.messages[0]!.reason).toMatch(/^damaged\.\w+ \S/);
      else read += 1;
    }
    expect(read).toBeGreaterThan(FILES * REACHING);
  });

  test('the same seed does the same damage', async () => {
    const [first, again, other] = await Promise.all([7, 7, 8].map((seed) => damagedPaper(format, bases[0]!, seed)));
    expect(Buffer.compare(first!, again!)).toBe(0);
    expect(Buffer.compare(first!, other!)).not.toBe(0);
  });
});

test('a form whose title nobody filled in is read', async () => {
  const html = '<!doctype html><table><tr><th>Title<td><tr><th>Date<td>4 July 2019</table><p>Robbery rose by 5%.';
  const result = await readAndExtract(new TextEncoder().encode(html), { id: 'id', file: 'form.html' });
  expect(result).toMatchObject({ status: 'complete', value: { extraction: { facts: { title: null } } } });
});
