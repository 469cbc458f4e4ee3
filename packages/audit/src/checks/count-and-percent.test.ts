import { change, earlier, later } from '@scrutineer/model/testing';
import { agreeing, hold, NOT_COMPARED, table } from '../testing/printed.ts';
import { countAndPercent } from './count-and-percent.ts';

const pair = (percent: string, count: string, value?: number) => {
  const quote = `(${percent}, ${count})`;
  const signed = value === undefined ? {} : { value };
  return [change(percent, { quote, start: 200 }), change(count, { quote, start: 205, ...signed })] as const;
};

test('held against the later level where the earlier is not printed', () => {
  expect(hold(countAndPercent, [...pair('2%', '3192'), later('155,255')])).toEqual(agreeing(['2%', '3192', '155,255']));
  expect(hold(countAndPercent, [...pair('7%', '3192'), later('155,255')]).found).toEqual([
    {
      rule: 'count-and-percent',
      severity: 'error',
      figures: ['7%', '3192', '155,255'],
      expected: 2.1,
      explain: 'Burglary, Lancashire: 3192 beside the level 155,255 is 2.1%, but 7% is printed with it.',
    },
  ]);
});

test('held against the earlier level where only that is printed', () => {
  expect(hold(countAndPercent, [...pair('-10%', '-52'), earlier('520')])).toEqual(agreeing(['-10%', '-52', '520']));
  expect(hold(countAndPercent, [...pair('-12%', '-52'), earlier('520')]).found).toMatchObject([
    { severity: 'error', figures: ['-12%', '-52', '520'], expected: -10 },
  ]);
});

test('a percentage that was cut and not rounded is only remarked on', () => {
  expect(hold(countAndPercent, [...pair('9%', '52'), earlier('528')]).found).toMatchObject([
    { severity: 'info', expected: 9.8 },
  ]);
});

test('the two columns of a table row', () => {
  const changes = { statistic: 'change', baseline: earlier('1').period } as const;
  const row = (percent: string) => table([{}, changes, changes], [['Burglary', '1,100', '100', percent]]);
  expect(hold(countAndPercent, row('10%'))).toEqual(agreeing(['10%', '100', '1,100']));
  expect(hold(countAndPercent, row('9%')).found).toMatchObject([{ figures: ['9%', '100', '1,100'], expected: 10 }]);
});

test('one up and one down', () => {
  expect(hold(countAndPercent, pair('2%', '-3192')).found).toEqual([
    {
      rule: 'count-and-percent',
      severity: 'error',
      figures: ['2%', '-3192'],
      expected: null,
      explain: 'Burglary, Lancashire: 2% and -3192 are printed for one change, but one is up and the other down.',
    },
  ]);
});

test('a level that is called a bound leaves the percentage the room that it has', () => {
  const over = earlier('400', { qualifier: 'over' });
  expect(hold(countAndPercent, [...pair('15%', '100'), over])).toEqual(agreeing(['15%', '100', '400']));
  expect(hold(countAndPercent, [...pair('80%', '100'), over]).found).toMatchObject([{ expected: 25 }]);
});

test.each([
  ['both levels, which other checks compare', [earlier('500'), ...pair('7%', '50'), later('550')]],
  ['no level at all', [...pair('7%', '50')]],
  ['a level that the change leaves nothing of', [...pair('7%', '50'), later('50')]],
  ['a level of another area', [...pair('7%', '50'), later('550', { area: null })]],
  [
    'changes over other periods',
    [change('7%'), change('50', { baseline: '2016-10-01/2017-09-30', start: 205 }), later('550')],
  ],
  ['no change in counts that rounds to some percent', [...pair('0%', '1')]],
])('not compared: %s', (_, observations) => {
  expect(hold(countAndPercent, observations)).toEqual(NOT_COMPARED);
});
