import { coverage } from './coverage.ts';
import { extract } from './extract.ts';
import { paperOf } from './testing/tree.ts';

/** The outcome of each number of a paper. */
function outcomes(source: string): string[] {
  const tree = paperOf(source);
  const result = extract(tree, { id: 'paper' });
  if (result.status === 'failed') throw new Error('not extracted');
  return coverage(tree, result.value.observations).map(({ text, outcome }) => `${text}: ${outcome}`);
}

describe('coverage', () => {
  test('figures are observations, and each other number has its reason', () => {
    expect(
      outcomes(`
# 4.2 Recorded crime

Burglary fell by 12% to 1,204 in the 12 months to September 2019. Callers to 101 waited 3 minutes; see section 7 or
ring 01234 567890.

| Measure | 2018 | 2019 |
| Robbery | 120 | 130 |
`),
    ).toEqual([
      '4.2: section-number',
      '12: observation',
      '1,204: observation',
      '12: date',
      '2019: date',
      '101: call-line-name',
      '3: observation',
      '7: section-number',
      '01234: phone',
      '567890: phone',
      '2018: date',
      '2019: date',
      '120: observation',
      '130: observation',
    ]);
  });

  test('a number that nothing tells is unknown', () => {
    expect(outcomes('The 7zz of it 4711x.')).toContain('7: unknown');
  });

  test('offsets are those of the tree', () => {
    const source = 'Robbery rose to 130 this quarter.';
    const tree = paperOf(source);
    const result = extract(tree, { id: 'paper' });
    const [number] = coverage(tree, result.status === 'failed' ? [] : result.value.observations);
    expect(source.slice(number!.start, number!.end)).toBe('130');
    expect(number!.line).toBe(1);
  });
});
