import { change, later } from '@scrutineer/model/testing';
import { agreeing, hold, NOT_COMPARED, sentence, table } from '../testing/printed.ts';
import { severalPrintings } from './several-printings.ts';

const inTable = (figure: string, index = 0) => table([{}], [['Burglary', figure]], { index });
const inText = (figure: string, more = {}) => sentence(`There were ${figure} burglaries.`, [[figure]], more);

test('the text and a table that agree', () => {
  expect(hold(severalPrintings, [...inText('12,450'), ...inTable('12,450')])).toEqual(agreeing(['12,450', '12,450']));
});

test('the text and a table that do not', () => {
  expect(hold(severalPrintings, [...inText('12,540'), ...inTable('12,450')]).found).toEqual([
    {
      rule: 'several-printings',
      severity: 'error',
      figures: ['12,540', '12,450'],
      expected: 12_450,
      explain: 'Burglary, Lancashire: 12,540 and 12,450 are printed in the text and a table for the same period.',
      verdict: 'inconsistent',
    },
  ]);
});

test('two tables are doubted as much as each other: a warning', () => {
  const [finding] = hold(severalPrintings, [...inTable('12,450'), ...inTable('12,540', 1)]).found;
  expect(finding).toMatchObject({ severity: 'warning', figures: ['12,540', '12,450'] });
  expect(finding!.explain).toContain('a table and again');
});

test('a printing that is none too sure is a warning', () => {
  expect(hold(severalPrintings, [...inText('12,540', { confidence: 0.6 }), ...inTable('12,450')]).found).toMatchObject([
    { severity: 'warning' },
  ]);
});

test('one that is rounded agrees with one in full', () => {
  const rounded = sentence('Burglary was 12.5% of all crime.', [['12.5%']]);
  expect(hold(severalPrintings, [...rounded, ...table([{}], [['Burglary', '12%']])])).toEqual(
    agreeing(['12.5%', '12%']),
  );
  const thousands = inText('12.5k', { value: 12_500 });
  expect(hold(severalPrintings, [...thousands, ...inTable('12,450')])).toEqual(agreeing(['12.5k', '12,450']));
  expect(hold(severalPrintings, [...thousands, ...inTable('12,449')]).found).toHaveLength(1);
});

test('figures that are nothing like each other are about different things', () => {
  expect(hold(severalPrintings, [...inText('45'), ...inTable('12,450')])).toEqual(NOT_COMPARED);
});

test('a mistyped digit or a lost sign is found however far it leads', () => {
  expect(hold(severalPrintings, [...inText('1,450'), ...inTable('12,450')]).found).toHaveLength(1);
  const baseline = change('1').baseline;
  const [spoken] = sentence('Burglary fell by 25%.', [['25%', { statistic: 'change', baseline, value: -25 }]]);
  expect(
    hold(severalPrintings, [spoken!, ...table([{ statistic: 'change', baseline }], [['Burglary', '25%']])]).found,
  ).toMatchObject([{ figures: ['25%', '25%'], expected: 25 }]);
});

test.each([
  ['another area', { area: { id: 'E23000013', label: 'Kent' } }],
  ['another period', { period: '2018-07-01/2018-09-30' }],
  ['another unit', { unit: 'GBP' }],
  ['no period', { period: null }],
  ['a period that was guessed from the passage', { notes: ['period-from-passage'] }],
  ['a breakdown', { breakdown: [{ dimension: 'victim', value: 'child' }] }],
  ['a change without its baseline', { statistic: 'change' as const }],
])('not compared: %s', (_, more) => {
  expect(hold(severalPrintings, [...inText('12,540', more), ...inTable('12,450')])).toEqual(NOT_COMPARED);
});

test('sentences of one passage compare figures rather than repeat them', () => {
  expect(hold(severalPrintings, [...inText('12,540', { start: 0 }), ...inText('12,450', { start: 400 })])).toEqual(
    NOT_COMPARED,
  );
  expect(
    hold(severalPrintings, [...inText('12,540', { start: 0 }), ...inText('12,450', { start: 2000 })]).found,
  ).toMatchObject([{ severity: 'warning', figures: ['12,450', '12,540'] }]);
});

test('the rows of one table are different things', () => {
  expect(
    hold(
      severalPrintings,
      table(
        [{}],
        [
          ['Burglary', '12,450'],
          ['Burglary (dwelling)', '11,000'],
        ],
      ),
    ),
  ).toEqual(NOT_COMPARED);
});

test('a level of a comparison that a table prints for the other period was read for the wrong one', () => {
  const [one] = sentence('Burglary went to 11,950.', [['11,950', { method: 'narrative/from-to' }]]);
  const printed = table([{ period: '2017-10-01/2018-09-30' }, {}], [['Burglary', '11,950', '12,450']]);
  expect(hold(severalPrintings, [one!, ...printed])).toEqual(NOT_COMPARED);
});

test('a sentence that names a longer measure by a shorter name is about the longer', () => {
  const business = { measure: { id: 'business-burglary', label: 'Business burglary' } };
  const tables = [...inTable('1,262'), ...table([business], [['Business burglary', '1,162']], { index: 1 })];
  expect(hold(severalPrintings, [...inText('1,162'), ...tables])).toEqual(NOT_COMPARED);
  expect(hold(severalPrintings, [...inText('1,162'), ...inTable('1,262')]).found).toHaveLength(1);
});

test('only figures that a table names are compared without a known measure', () => {
  const unknown = { measure: { id: null, label: 'Doors tried' } };
  expect(hold(severalPrintings, [later('1,262', unknown), ...inText('1,162', unknown)])).toEqual(NOT_COMPARED);
  const tables = [0, 1].flatMap((index) => table([unknown], [['Doors tried', `1,26${index}`]], { index }));
  expect(hold(severalPrintings, tables).found).toMatchObject([{ severity: 'warning' }]);
});
