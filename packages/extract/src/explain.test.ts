import { explain } from './explain.ts';
import { extract } from './extract.ts';
import { paperOf } from './testing/tree.ts';

function explained(source: string, figure: string) {
  const result = extract(paperOf(source), { id: 'paper' });
  const found = result.status === 'failed' ? [] : result.value.observations;
  return explain(found.find((observation) => observation.source.figure === figure)!);
}

describe('explain', () => {
  test('traces a sentence: its numbers, its measure, its area and its period', () => {
    const { tokens, measure, area, period } = explained(
      'Residential burglary in Kent fell by 12% in the 12 months to September 2019 (see section 7).',
      '12%',
    );
    expect(tokens).toEqual([
      { text: '12%', taken: 'this figure: 12, percent' },
      { text: '12', taken: 'no figure: period' },
      { text: '2019', taken: 'no figure: period' },
      { text: '7', taken: 'no figure: section-number' },
    ]);
    expect(measure[0]).toEqual({
      place: 'the sentence',
      words: 'Residential burglary',
      means: 'Burglary Residential (a name within the words)',
    });
    expect(area[0]).toMatchObject({ words: 'Kent', means: 'Kent (force)' });
    expect(period[0]).toMatchObject({ place: 'the sentence', words: '12 months to September 2019' });
  });

  test('tells what its confidence is the sum of, the heaviest first', () => {
    const { confidence } = explained('Burglary in Kent fell by 12% in the 12 months to September 2019.', '12%');
    expect(confidence.length).toBeGreaterThan(3);
    expect(confidence.map(({ trait }) => trait)).toContain('narrative, named by registry');
    const sizes = confidence.map(({ weight }) => Math.abs(weight));
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
  });

  test('traces a cell to the headers of its row and its column', () => {
    const { measure, period } = explained(
      `
| Measure | Apr - Jun 2018 | Apr - Jun 2019 |
| Robbery | 120 | 130 |
`,
      '130',
    );
    expect(measure).toEqual([{ place: 'the row’s header', words: 'Robbery', means: 'Robbery (whole label, name)' }]);
    expect(period).toMatchObject([{ place: 'the column’s header', words: 'Apr - Jun 2019' }]);
  });
});
