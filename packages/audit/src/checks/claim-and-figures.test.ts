import type { Claim } from '@scrutineer/model';
import { change, observation } from '@scrutineer/model/testing';
import { type Around, agreeing, claim, hold, NOT_COMPARED, sentence, table } from '../testing/printed.ts';
import { claimAndFigures } from './claim-and-figures.ts';

const YEAR = { period: '2018-10-01/2019-09-30', baseline: '2017-10-01/2018-09-30' };
const QUARTER = { period: '2019-07-01/2019-09-30', baseline: '2018-07-01/2018-09-30' };
const says = (...said: Parameters<typeof claim>): Around => ({ claims: [claim(...said)], good: 'down' });

test('words against a printed change', () => {
  expect(hold(claimAndFigures, [change('-7%')], says('up', 'Burglary has risen.')).found).toEqual([
    {
      rule: 'claim-and-figures',
      severity: 'warning',
      figures: ['-7%'],
      expected: null,
      explain:
        'Burglary is said to have risen ("Burglary has risen."), but -7% shows a fall for 2018-10-01 to 2019-09-30.',
    },
  ]);
});

test('words against two levels of one row', () => {
  const levels = table([{ period: YEAR.baseline }, {}], [['Burglary', '500', '420']]);
  expect(hold(claimAndFigures, levels, says('up', 'Burglary has risen.')).found).toMatchObject([
    { figures: ['500', '420'], explain: expect.stringContaining('but 500 and 420 show a fall for') },
  ]);
  expect(hold(claimAndFigures, levels, says('down', 'Burglary fell.'))).toEqual(agreeing(['500', '420']));
});

test.each([
  ['up', '7%', 'up'],
  ['down', '-7%', 'up'],
  ['better', '-7%', 'down'],
  ['better', '7%', 'up'],
  ['worse', '7%', 'down'],
  ['worse', '-7%', 'up'],
  ['doubled', '100%', 'down'],
  ['doubled', '240%', 'down'],
  // Nearly is enough.
  ['doubled', '80%', 'down'],
  ['halved', '-50%', 'down'],
  ['halved', '-45%', 'down'],
  // No change at the printed rounding is against no word.
  ['up', '0%', 'down'],
  ['down', '0%', 'down'],
] as const)('%s agrees with %s where %s is good', (word, figure, good) => {
  expect(hold(claimAndFigures, [change(figure)], { ...says(word, 'said'), good })).toEqual(agreeing([figure]));
});

test.each([
  ['down', '7%', 'up', 'fallen', 'a rise'],
  ['better', '7%', 'down', 'improved', 'a rise'],
  ['better', '-7%', 'up', 'improved', 'a fall'],
  ['worse', '-7%', 'down', 'got worse', 'a fall'],
  ['doubled', '40%', 'down', 'doubled', 'a rise'],
  ['halved', '-20%', 'down', 'halved', 'a fall'],
] as const)('%s does not agree with %s where %s is good', (word, figure, good, said, moved) => {
  expect(hold(claimAndFigures, [change(figure)], { ...says(word, 'said'), good }).found).toMatchObject([
    { figures: [figure], explain: expect.stringMatching(`to have ${said} .* ${figure} shows ${moved}`) },
  ]);
});

describe('several movements', () => {
  test('one that agrees is enough', () => {
    const changes = [change('-7%', YEAR), change('3%', { ...QUARTER, start: 300 })];
    expect(hold(claimAndFigures, changes, says('up', 'Burglary has risen.'))).toEqual(agreeing(['-7%', '3%']));
  });
  test('none that agrees is one finding', () => {
    const changes = [change('-7%', YEAR), change('-3%', { ...QUARTER, start: 300 })];
    expect(hold(claimAndFigures, changes, says('up', 'Burglary has risen.')).found).toMatchObject([
      { figures: ['-7%', '-3%'] },
    ]);
  });
  test('each length that the sentence names must agree', () => {
    const changes = [change('-7%', YEAR), change('3%', { ...QUARTER, start: 300 })];
    const both = says('up', 'Up on the year and on the same quarter.', { months: [12, 3] });
    const { found, agreed } = hold(claimAndFigures, changes, both);
    expect(found).toMatchObject([{ figures: ['-7%'] }]);
    expect(agreed).toEqual([['3%']]);
  });
  test('a length that no movement is printed for is not compared', () => {
    const monthly = says('up', 'Up month on month.', { months: [1] });
    expect(hold(claimAndFigures, [change('-7%', YEAR)], monthly)).toEqual(NOT_COMPARED);
  });
  test('only the last movement of each length is meant', () => {
    const before = { period: YEAR.baseline, baseline: '2016-10-01/2017-09-30', start: 100 };
    const changes = [change('4%', before), change('-7%', YEAR)];
    expect(hold(claimAndFigures, changes, says('up', 'Burglary has risen.')).found).toMatchObject([
      { figures: ['-7%'] },
    ]);
    expect(hold(claimAndFigures, changes, says('down', 'Burglary fell.'))).toEqual(agreeing(['-7%']));
  });
  test('or that of a period that the sentence names', () => {
    const before = { period: YEAR.baseline, baseline: '2016-10-01/2017-09-30', start: 100 };
    const changes = [change('4%', before), change('-7%', YEAR)];
    const named = { periods: [YEAR.baseline] };
    expect(hold(claimAndFigures, changes, says('up', 'It rose that year.', named))).toEqual(agreeing(['4%']));
    expect(hold(claimAndFigures, changes, says('down', 'It fell that year.', named)).found).toMatchObject([
      { figures: ['4%'] },
    ]);
  });
});

describe('the two levels of the claim’s own sentence', () => {
  const quote = 'Burglary solved got better, going from 6.8% to 5.1%.';
  const fromTo = { method: 'narrative/from-to', period: null };

  test('come before all other movements', () => {
    const own = sentence(quote, [
      ['6.8%', fromTo],
      ['5.1%', fromTo],
    ]);
    const other = change('2%', { unit: 'percentage-point', start: 900 });
    expect(hold(claimAndFigures, [...own, other], { ...says('better', quote), good: 'up' }).found).toMatchObject([
      { figures: ['6.8%', '5.1%'], explain: expect.stringContaining('6.8% and 5.1% show a fall.') },
    ]);
  });
  test('the later first: "6.8%, compared with 5.1%"', () => {
    const compared = 'Burglary solved got better: 6.8%, compared with 5.1%.';
    const own = sentence(compared, [['6.8%'], ['5.1%', { method: 'narrative/compared-with', period: null }]]);
    expect(hold(claimAndFigures, own, { ...says('better', compared), good: 'up' })).toEqual(agreeing(['5.1%', '6.8%']));
  });
});

test('levels that may be the same at their rounding are no movement', () => {
  const levels = table([{ period: YEAR.baseline }, {}], [['Burglary', '7%', '6.8%']]);
  expect(hold(claimAndFigures, levels, says('up', 'Burglary has risen.'))).toEqual(agreeing(['7%', '6.8%']));
});

test('a long sentence is told shortened', () => {
  const quote = `Burglary has risen ${'and so on '.repeat(30)}.`;
  const [finding] = hold(claimAndFigures, [change('-7%')], says('up', quote)).found;
  expect(finding!.explain).toContain('…');
  expect(finding!.explain.length).toBeLessThan(260);
});

describe('what is not held against each other', () => {
  const other: Partial<Claim> = { area: { id: 'E23000013', label: 'Kent' } };
  test.each<[string, Parameters<typeof hold>[1], Around]>([
    ['another area', [change('-7%')], says('up', 'said', other)],
    ['another measure', [change('-7%')], says('up', 'said', { measure: { id: 'robbery', label: 'Robbery' } })],
    [
      'a part of the measure',
      [change('-7%', { breakdown: [{ dimension: 'victim', value: 'child' }] })],
      says('up', 'said'),
    ],
    ['a change of no period', [change('-7%', { period: null })], says('up', 'said')],
    ['a measure without a known good side', [change('7%')], { ...says('better', 'said'), good: null }],
    ['a change in counts does not tell whether it is level', [change('40')], says('level', 'said')],
    ['a change in counts does not tell whether it doubled', [change('40')], says('doubled', 'said')],
    [
      'levels of different lengths',
      table([{ period: YEAR.baseline }, QUARTER], [['Burglary', '500', '120']]).map((each) => ({
        ...each,
        baseline: null,
      })),
      says('up', 'said'),
    ],
    [
      'levels of different rows',
      [
        observation('500', { period: YEAR.baseline }),
        ...table(
          [{}, {}],
          [
            ['Other', '', ''],
            ['Burglary', '400'],
          ],
        ),
      ],
      says('up', 'said'),
    ],
    [
      'three levels of a row',
      table([{ period: '2016-10-01/2017-09-30' }, { period: YEAR.baseline }, {}], [['Burglary', '500', '450', '420']]),
      says('up', 'said'),
    ],
  ])('%s', (_, observations, around) => {
    expect(hold(claimAndFigures, observations, around)).toEqual(NOT_COMPARED);
  });
});

test('what is said to be level moved by no more than a tenth', () => {
  expect(hold(claimAndFigures, [change('7%')], says('level', 'said')).found).toEqual([]);
  expect(hold(claimAndFigures, [change('25%')], says('level', 'said')).found).toMatchObject([
    { severity: 'warning', figures: ['25%'] },
  ]);
});
