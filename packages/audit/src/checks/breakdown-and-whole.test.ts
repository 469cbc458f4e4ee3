import { observation } from '@scrutineer/model/testing';
import { agreeing, hold, type More, NOT_COMPARED, table } from '../testing/printed.ts';
import { breakdownAndWhole } from './breakdown-and-whole.ts';

const measure = (label: string) => ({ measure: { id: label.toLowerCase(), label } });
/** Figures by the names of their measures. */
const named = (figures: Readonly<Record<string, string>>, more: More = {}) =>
  Object.entries(figures).map(([label, figure], index) =>
    observation(figure, { ...measure(label), start: 100 * index, ...more }),
  );

describe('parts and their whole', () => {
  test('that agree', () => {
    expect(hold(breakdownAndWhole, named({ 'Rape - Adult': '120', 'Rape - Child': '45', Rape: '165' }))).toEqual(
      agreeing(['120', '45', '165']),
    );
  });
  test('that do not', () => {
    expect(hold(breakdownAndWhole, named({ 'Rape - Adult': '120', 'Rape - Child': '45', Rape: '156' })).found).toEqual([
      {
        rule: 'breakdown-and-whole',
        severity: 'error',
        figures: ['120', '45', '156'],
        expected: 165,
        explain: 'Rape, Lancashire: 120 and 45 make 165, but 156 is printed for all.',
      },
    ]);
  });
  test('of three parts, in the order of the division and not of the page', () => {
    const figures = {
      'Slight casualties': '700',
      'Fatal casualties': '12',
      'Serious casualties': '90',
      Casualties: '812',
    };
    expect(hold(breakdownAndWhole, named(figures)).found).toMatchObject([
      { figures: ['12', '90', '700', '812'], expected: 802 },
    ]);
  });
  test('by a breakdown and not by the measure’s name', () => {
    const victims = (value: string, figure: string, start: number) =>
      observation(figure, { breakdown: [{ dimension: 'sex', value }], start });
    const printed = (whole: string) => [
      victims('male', '30', 0),
      victims('female', '50', 100),
      observation(whole, { start: 200 }),
    ];
    expect(hold(breakdownAndWhole, printed('80'))).toEqual(agreeing(['30', '50', '80']));
    expect(hold(breakdownAndWhole, printed('85')).found).toMatchObject([{ figures: ['30', '50', '85'], expected: 80 }]);
  });
  test('amounts that were rounded', () => {
    const millions = (figure: string) => ({ value: Number(figure.replace(/[£m]/g, '')) * 1e6, unit: 'GBP' });
    const printed = (whole: string) =>
      Object.entries({ 'Adult services': '£1.2m', 'Child services': '£2.3m', Services: whole }).map(
        ([label, figure], index) => observation(figure, { ...measure(label), ...millions(figure), start: 100 * index }),
      );
    expect(hold(breakdownAndWhole, printed('£3.6m'))).toEqual(agreeing(['£1.2m', '£2.3m', '£3.6m']));
    expect(hold(breakdownAndWhole, printed('£3.7m')).found).toMatchObject([{ expected: 3_500_000 }]);
  });
  test.each([
    ['a part is missing', named({ 'Rape - Adult': '120', Rape: '165' })],
    ['the whole is missing', named({ 'Rape - Adult': '120', 'Rape - Child': '45' })],
    [
      'the whole is far off: it is of another thing',
      named({ 'Rape - Adult': '120', 'Rape - Child': '45', Rape: '465' }),
    ],
    [
      'the whole is of another period',
      [
        ...named({ 'Rape - Adult': '120', 'Rape - Child': '45' }),
        ...named({ Rape: '156' }, { period: '2018-07-01/2018-09-30' }),
      ],
    ],
    [
      'the parts are of another area',
      [...named({ 'Rape - Adult': '120', 'Rape - Child': '45' }, { area: null }), ...named({ Rape: '156' })],
    ],
    [
      'a part is printed twice',
      [...named({ 'Rape - Adult': '120', 'Rape - Child': '45', Rape: '156' }), ...named({ 'Rape - Adult': '121' })],
    ],
    [
      'rates have no sum',
      named({ 'Rape - Adult': '1.2', 'Rape - Child': '0.4', Rape: '1.3' }, { unit: 'per 1,000 population' }),
    ],
  ])('not compared: %s', (_, observations) => {
    expect(hold(breakdownAndWhole, observations)).toEqual(NOT_COMPARED);
  });
});

describe('percentages of a division', () => {
  const risks = (high: string, medium: string, standard: string) =>
    named({ 'High risk': high, 'Medium risk': medium, 'Standard risk': standard });

  test.each([
    ['25%', '35%', '40%'],
    // A third each.
    ['33%', '33%', '33%'],
    ['33.3%', '33.3%', '33.3%'],
    ['16.7%', '16.7%', '66.7%'],
  ])('that make all, within their rounding: %s, %s, %s', (...figures) => {
    expect(hold(breakdownAndWhole, risks(...figures))).toEqual(agreeing(figures));
  });
  test('that do not', () => {
    expect(hold(breakdownAndWhole, risks('25%', '35%', '46%')).found).toEqual([
      {
        rule: 'breakdown-and-whole',
        severity: 'error',
        figures: ['25%', '35%', '46%'],
        expected: 100,
        explain: 'High risk, Lancashire: 25%, 35%, 46% add up to 106% and not to 100%.',
      },
    ]);
  });
  test('that come nowhere near all are of different wholes', () => {
    expect(hold(breakdownAndWhole, risks('75%', '35%', '46%'))).toEqual(NOT_COMPARED);
  });
});

describe('a column of shares', () => {
  const shares = (header: string, ...figures: string[]) =>
    table(
      [{ header, ...measure('Contact') }],
      figures.map((figure, index) => [`Way ${index}`, figure]),
    );

  test('of one whole', () => {
    expect(hold(breakdownAndWhole, shares('Share of contacts', '50%', '30%', '20%'))).toEqual(
      agreeing(['50%', '30%', '20%']),
    );
    expect(hold(breakdownAndWhole, shares('Share of contacts', '50%', '30%', '29%')).found).toMatchObject([
      { severity: 'error', figures: ['50%', '30%', '29%'], expected: 100 },
    ]);
  });
  test.each([
    ['of what each row is', shares('Satisfied', '50%', '30%', '29%')],
    ['of answers that may be several', shares('Share of people', '50%', '40%', '39%')],
    ['two', shares('Share of contacts', '50%', '45%')],
    [
      'with a row for all',
      table(
        [{ header: 'Share of contacts' }],
        [
          ['Phone', '50%'],
          ['Online', '30%'],
          ['Desk', '10%'],
          ['Total', '100%'],
        ],
      ),
    ],
  ])('not compared: %s', (_, observations) => {
    expect(hold(breakdownAndWhole, observations)).toEqual(NOT_COMPARED);
  });
});
