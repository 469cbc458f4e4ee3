import { agreeing, hold, NOT_COMPARED, sentence, table } from '../testing/printed.ts';
import { shareOfWhole } from './share-of-whole.ts';

describe('in a sentence', () => {
  const says = (quote: string, ...figures: string[]) =>
    hold(
      shareOfWhole,
      sentence(
        quote,
        figures.map((figure) => [figure]),
      ),
    );

  test.each([
    ['56 of 82 (68%) were solved.', ['56', '82', '68%']],
    ['56 out of the 82 victims (68%) were content.', ['56', '82', '68%']],
    ['56 calls out of a total of 82, or 68.3%, were answered.', ['56', '82', '68.3%']],
    ['Of all, 68% (56 of 82) were solved.', ['68%', '56', '82']],
    ['One third: 1 of 3 (33%).', ['1', '3', '33%']],
    // Half a percent belongs to both neighbours.
    ['25 of 200 (13%) and no more.', ['25', '200', '13%']],
    ['25 of 200 (12%) and no more.', ['25', '200', '12%']],
  ])('that agrees: %s', (quote, figures) => {
    const percent = figures.find((figure) => figure.includes('%'))!;
    const counts = figures.filter((figure) => figure !== percent);
    expect(says(quote, ...figures)).toEqual(agreeing([...counts, percent]));
  });
  test('that does not', () => {
    expect(says('56 of 82 (86%) were solved.', '56', '82', '86%').found).toEqual([
      {
        rule: 'share-of-whole',
        severity: 'error',
        figures: ['56', '82', '86%'],
        expected: 68.3,
        explain: 'Burglary, Lancashire: 56 of 82 is 68.3%, but 86% is printed.',
      },
    ]);
  });
  test.each([
    ['the share of something else', '56 of 82 were solved; satisfaction stood at 86%.', ['56', '82', '86%']],
    ['two counts side by side', '56 and 82 (86%) were solved.', ['56', '82', '86%']],
    ['a part above its whole', '82 of 56 (86%) were solved.', ['82', '56', '86%']],
    ['no share', '56 of 82 were solved.', ['56', '82']],
    ['a whole of none', '0 of 0 (0%) were solved.', ['0', '0', '0%']],
  ])('not compared: %s', (_, quote, figures) => {
    expect(says(quote, ...figures)).toEqual(NOT_COMPARED);
  });
  test('of different units', () => {
    expect(hold(shareOfWhole, sentence('£56 of 82 (86%)', [['£56'], ['82'], ['86%']]))).toEqual(NOT_COMPARED);
  });
});

describe('in a table', () => {
  const columns = [{ header: 'Number' }, { header: 'Share' }];
  const rows = [
    ['Phone', '500', '50%'],
    ['Online', '300', '30%'],
    ['Desk', '200', '20%'],
  ];
  const total = ['Total', '1,000', '100%'];

  test('shares of a printed total', () => {
    const { found, agreed, isCounted } = hold(shareOfWhole, table(columns, [...rows, total]));
    expect({ found, isCounted }).toEqual({ found: [], isCounted: true });
    expect(agreed).toContainEqual(['300', '30%', '1,000']);
    expect(agreed).toHaveLength(4);
  });
  test('one share that is not', () => {
    const printed = [rows[0]!, ['Online', '300', '33%'], rows[2]!, total];
    expect(hold(shareOfWhole, table(columns, printed)).found).toEqual([
      {
        rule: 'share-of-whole',
        severity: 'error',
        figures: ['300', '33%', '1,000'],
        expected: 30,
        explain: 'Burglary, Lancashire: 300 of 1,000 is 30%, but 33% is printed.',
      },
    ]);
  });
  test('shares of the sum of the rows, which is not printed', () => {
    expect(hold(shareOfWhole, table(columns, rows))).toEqual(agreeing(['500', '50%'], ['300', '30%'], ['200', '20%']));
    const wrong = [rows[0]!, rows[1]!, ['Desk', '200', '25%']];
    expect(hold(shareOfWhole, table(columns, wrong)).found).toMatchObject([
      {
        figures: ['200', '25%'],
        expected: 20,
        explain: 'Burglary, Lancashire: 200 of 1,000 is 20%, but 25% is printed.',
      },
    ]);
  });
  test('a subtotal is no part of that sum', () => {
    const printed = [rows[0]!, rows[1]!, ['Remote', '800', '80%'], rows[2]!];
    expect(hold(shareOfWhole, table(columns, printed)).found).toEqual([]);
    expect(hold(shareOfWhole, table(columns, printed)).agreed).toHaveLength(4);
  });
  test('a row that is the sum of those above by chance is a part all the same', () => {
    const hours = [{ unit: 'hours' }, {}];
    const printed = [
      ['A', '0.0', '3%'],
      ['B', '0.2', '49%'],
      ['C', '0.1', '47%'],
    ];
    expect(hold(shareOfWhole, table(hours, printed)).found).toEqual([]);
  });
  test('shares of other than the printed total are remarked on', () => {
    const [finding, ...others] = hold(shareOfWhole, table(columns, [...rows, ['Total', '1,250', '']])).found;
    expect(finding).toMatchObject({ severity: 'info', expected: 40, figures: ['50%', '30%', '20%', '1,250'] });
    expect(finding!.explain).toContain('of 1,000, which is not printed, and not of the printed total 1,250');
    expect(others).toEqual([]);
  });
  test('rounding: thirds', () => {
    const thirds = ['A', 'B', 'C'].map((name) => [name, '7', '33%']);
    expect(hold(shareOfWhole, table(columns, [...thirds, ['Total', '21', '100%']])).found).toEqual([]);
    expect(hold(shareOfWhole, table(columns, [...thirds, ['Total', '21', '99%']])).found).toMatchObject([
      { figures: ['21', '99%', '21'], expected: 100 },
    ]);
  });
  test.each([
    [
      'rates that are shares of what the table does not print',
      rows.map(([name, count], index) => [name!, count!, `${60 + 7 * index}%`]),
    ],
    ['two rows', rows.slice(1)],
  ])('not compared: %s', (_, printed) => {
    expect(hold(shareOfWhole, table(columns, printed))).toEqual(NOT_COMPARED);
  });
  test('changes in percent are no shares', () => {
    const changes = [columns[0]!, { statistic: 'change' } as const];
    expect(hold(shareOfWhole, table(changes, [...rows.slice(0, 2), ['Desk', '200', '25%']]))).toEqual(NOT_COMPARED);
  });
});
