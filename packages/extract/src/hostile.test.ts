import fc from 'fast-check';
import { coverage } from './coverage.ts';
import { extract } from './extract.ts';
import { quantities } from './general/quantities.ts';
import { paperOf } from './testing/tree.ts';

/** What rules look for, so that a string of them is near to matching at every place. */
const FRAGMENTS = [
  '1,',
  '5% ',
  'from 5 to ',
  'between 1 and ',
  "Oct '17 - ",
  'one ',
  '12 months to ',
  '1-',
  '£',
  '(2%, 3192) ',
  'rose by ',
  'a-',
  '9',
  '2019/20 ',
  'burglary and ',
  '12th of 43 ',
  '(',
  ')',
  ' ',
  '. ',
  'in ',
  'per 1,000 ',
  'compared to ',
  '…',
  '–',
  'the same period last year ',
  'more than ',
  'half of ',
  'tens of thousands of ',
  'year to date ',
  ', ',
  '\t',
  'Q2 ',
  'A-',
  'East ',
  ' / ',
  'and the ',
  '\n',
];

/** Long repeats of a few fragments: what makes a careless pattern look again and again at the same text. */
const hostile = fc
  .tuple(
    fc.array(fc.constantFrom(...FRAGMENTS), { minLength: 1, maxLength: 4 }),
    fc.integer({ min: 1, max: 40 }),
    fc.constantFrom('', '!', '5', '%', 'x'),
  )
  .map(([parts, times, end]) => parts.join('').repeat(times) + end);

describe('hostile strings', () => {
  test('10,000 of them are read to their end', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        for (const { start, end } of quantities(text)) expect(end).toBeGreaterThan(start);
      }),
      { numRuns: 10_000, seed: 1 },
    );
  }, 120_000);

  test('a paper of them is extracted, and its numbers are accounted for', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const tree = paperOf(text.replace(/[|\n]/g, ' ').trim() || 'nothing');
        const result = extract(tree, { id: 'paper' });
        if (result.status === 'failed') throw new Error('not extracted');
        for (const { source } of result.value.observations)
          expect(tree.text.slice(source.start, source.end)).toContain(source.figure);
        coverage(tree, result.value.observations);
      }),
      { numRuns: 500, seed: 2 },
    );
  }, 120_000);

  // A pattern that looks at the same text again for each place takes minutes for these.
  test.each(FRAGMENTS)(
    '100,000 characters of "%s" are read',
    (fragment) => {
      const text = fragment.repeat(Math.ceil(100_000 / fragment.length));
      expect(quantities(text).every(({ end }) => end <= text.length)).toBe(true);
    },
    60_000,
  );
});
