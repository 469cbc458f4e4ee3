import { earlier } from '@scrutineer/model/testing';
import { hold, NOT_COMPARED, sentence, table } from '../testing/printed.ts';
import { missingHalf } from './missing-half.ts';

const before = earlier('1').period!;
const changes = { statistic: 'change', baseline: before, header: '% change' } as const;

describe('an empty half of a bracket', () => {
  const levels = table([{ period: before }, {}], [['Burglary', '500', '550']]);
  const spoken = (quote: string, figure: string) =>
    sentence(quote, [[figure, { statistic: 'change', baseline: before }]]);

  test('beside a percentage: the count', () => {
    expect(hold(missingHalf, [...spoken('Burglary rose (10%, ).', '10%'), ...levels]).found).toEqual([
      {
        rule: 'missing-half',
        severity: 'warning',
        figures: ['500', '10%', '550'],
        expected: 50,
        explain: 'Burglary, Lancashire: beside 10% a figure is left out; from 500 to 550 it is 50.',
      },
    ]);
  });
  test('beside a count: the percentage', () => {
    expect(hold(missingHalf, [...spoken('Burglary rose ( , 50).', '50'), ...levels]).found).toMatchObject([
      { figures: ['500', '50', '550'], expected: 10 },
    ]);
  });
  test('an empty bracket behind a percentage', () => {
    expect(hold(missingHalf, [...spoken('Burglary rose by 10% ( ).', '10%'), ...levels]).found).toMatchObject([
      { expected: 50 },
    ]);
  });
  test('names the figure where it is printed elsewhere', () => {
    const elsewhere = sentence('There were 50 more.', [['50', { statistic: 'change', baseline: before }]], {
      start: 500,
    });
    const [finding] = hold(missingHalf, [...spoken('Burglary rose (10%, ).', '10%'), ...elsewhere, ...levels]).found;
    expect(finding).toMatchObject({ figures: ['500', '10%', '550', '50'], expected: 50 });
    expect(finding!.explain).toContain('as 50 is printed elsewhere');
  });
  test('no percentage is missing beside a rise from nothing', () => {
    const fromNone = table([{ period: before }, {}], [['Burglary', '0', '4']]);
    expect(hold(missingHalf, [...spoken('Burglary rose ( , 4).', '4'), ...fromNone])).toEqual(NOT_COMPARED);
  });
  test.each(['Burglary rose (10%, 50).', 'Burglary rose (10%).', 'Burglary (see below) rose by 10%.'])(
    'nothing is left out: %s',
    (quote) => {
      expect(hold(missingHalf, [...spoken(quote, '10%'), ...levels])).toEqual(NOT_COMPARED);
    },
  );
});

describe('an empty cell of a column of changes', () => {
  const columns = [{ period: before, header: '2018' }, { header: '2019' }, changes];
  const districts = (...rows: string[][]) =>
    table(columns, rows, { row: (header) => ({ area: { id: null, label: header } }) });

  test('is worked out from the levels of its row', () => {
    const rows = [
      ['Preston', '200', '220', '10%'],
      ['Burnley', '100', '150', '50%'],
      ['Chorley', '400', '500', ''],
    ];
    expect(hold(missingHalf, districts(...rows)).found).toEqual([
      {
        rule: 'missing-half',
        severity: 'warning',
        figures: ['400', '500'],
        expected: 25,
        explain: 'Burglary, Chorley: the row "Chorley" has no figure for "% change"; from 400 to 500 it is 25%.',
      },
    ]);
  });
  test('of changes in counts', () => {
    const counts = [columns[0]!, columns[1]!, { ...changes, unit: 'count', header: 'Change' }];
    const rows = [
      ['Preston', '200', '220', '20'],
      ['Burnley', '100', '150', '50'],
      ['Chorley', '400', '310', ''],
    ];
    expect(hold(missingHalf, table(counts, rows)).found).toMatchObject([{ figures: ['400', '310'], expected: -90 }]);
  });
  test.each([
    ['a dash for no change', ['Chorley', '400', '400', '']],
    ['a dash for a change that rounds to none', ['Chorley', '400', '401', '']],
    ['no percentage of nothing', ['Chorley', '0', '12', '']],
    ['a level that is missing too', ['Chorley', '400', '', '']],
  ])('%s', (_, last) => {
    const rows = [['Preston', '200', '220', '10%'], ['Burnley', '100', '150', '50%'], last];
    expect(hold(missingHalf, districts(...rows))).toEqual(NOT_COMPARED);
  });
  test('a column of one change is no column of changes', () => {
    expect(hold(missingHalf, districts(['Preston', '200', '220', '10%'], ['Burnley', '100', '150', '']))).toEqual(
      NOT_COMPARED,
    );
  });
});
