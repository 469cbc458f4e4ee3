import { type Around, agreeing, claim, hold, type More, NOT_COMPARED, sentence, table } from '../testing/printed.ts';
import { targetMet } from './target-met.ts';

const MET = 'Attendance was 82.4%, so the target of 85% was met.';
const said = (quote: string, level: string, target: string, more: More = {}) =>
  sentence(quote, [[level], [target, { statistic: 'target', ...more }]]);
const met: Around = { claims: [claim('target-met', MET)], good: 'up' };
const missed: Around = { claims: [claim('target-missed', MET)], good: 'up' };

test('a target that is said to be met and is not', () => {
  expect(hold(targetMet, said(MET, '82.4%', '85%'), met).found).toEqual([
    {
      rule: 'target-met',
      severity: 'error',
      figures: ['82.4%', '85%'],
      expected: 85,
      explain: 'Burglary: the target of 85% is said to be met, but 82.4% is printed.',
    },
  ]);
});

test('a target that is said to be missed and is met', () => {
  expect(hold(targetMet, said(MET, '82.4%', '85%'), { ...missed, good: 'down' }).found).toMatchObject([
    { figures: ['82.4%', '85%'], explain: 'Burglary: the target of 85% is said to be missed, but 82.4% is printed.' },
  ]);
});

test('what is said and is so', () => {
  expect(hold(targetMet, said(MET, '82.4%', '85%'), missed)).toEqual(agreeing(['82.4%', '85%']));
  expect(hold(targetMet, said(MET, '82.4%', '85%'), { ...met, good: 'down' })).toEqual(agreeing(['82.4%', '85%']));
});

test('at the printed rounding a level that may be the target meets it', () => {
  const close = 'Attendance was 85%, so the target of 85.4% was met.';
  const figures = said(close, '85%', '85.4%');
  expect(hold(targetMet, figures, { claims: [claim('target-met', close)], good: 'up' })).toEqual(
    agreeing(['85%', '85.4%']),
  );
});

describe('which side is good', () => {
  test('is told by the target’s own words before the measure', () => {
    const under = said(MET, '82.4%', '85%', { qualifier: 'under' });
    expect(hold(targetMet, under, met)).toEqual(agreeing(['82.4%', '85%']));
    const atLeast = said(MET, '82.4%', '85%', { qualifier: 'at-least' });
    expect(hold(targetMet, atLeast, { ...met, good: 'down' }).found).toHaveLength(1);
  });
  test('is told by the name of a measure that is not known', () => {
    const answered = { measure: { id: null, label: '101 calls answered' }, area: null };
    const abandoned = { measure: { id: null, label: '101 calls abandoned' }, area: null };
    const held = (about: typeof answered) =>
      hold(
        targetMet,
        said(MET, '82.4%', '85%').map((each) => ({ ...each, ...about })),
        { claims: [claim('target-met', MET, about)], good: null },
      );
    expect(held(answered).found).toHaveLength(1);
    expect(held(abandoned)).toEqual(agreeing(['82.4%', '85%']));
  });
  test('is not told: nothing is compared', () => {
    expect(hold(targetMet, said(MET, '82.4%', '85%'), { ...met, good: null })).toEqual(NOT_COMPARED);
  });
});

describe('a status beside a target in a table', () => {
  const columns = [{}, { statistic: 'target' }] as const;
  const green = [claim('target-met', 'Burglary | 82.4% | 85% | Green')];

  test('may be of something else: a warning', () => {
    expect(
      hold(targetMet, table(columns, [['Burglary', '82.4%', '85%']]), { claims: green, good: 'up' }).found,
    ).toMatchObject([{ severity: 'warning', figures: ['82.4%', '85%'], expected: 85 }]);
  });
  test('is about the last level that is printed', () => {
    const dated = [{ period: '2017-10-01/2018-09-30' }, ...columns];
    expect(hold(targetMet, table(dated, [['Burglary', '80%', '86%', '85%']]), { claims: green, good: 'up' })).toEqual(
      agreeing(['86%', '85%']),
    );
  });
});

test('a claim of a measure in words is about the one target whose name shares the most words', () => {
  const emergency = { measure: { id: null, label: 'Emergency calls attended within 15 minutes' } };
  const priority = { measure: { id: null, label: 'Priority calls attended within an hour' } };
  const columns = [{}, { statistic: 'target' }] as const;
  const printed = [emergency, priority].flatMap(({ measure }, index) =>
    table(columns, [[measure.label, ['90%', '70%'][index]!, '85%']], { index, row: () => ({ measure }) }),
  );
  const about = (label: string) =>
    hold(targetMet, printed, { claims: [claim('target-met', 'said', { measure: { id: null, label } })] });
  expect(about('priority attendance').found).toMatchObject([{ figures: ['70%', '85%'] }]);
  expect(about('emergency attendance')).toEqual(agreeing(['90%', '85%']));
  expect(about('attendance')).toEqual(NOT_COMPARED);
});

describe('what is not held against each other', () => {
  const otherTarget = said('The target is 75%, not 70%.', '75%', '70%').map((each) => ({
    ...each,
    statistic: 'target' as const,
  }));
  const elsewhere = claim('target-met', 'The target was met.');

  test.each([
    ['no target', sentence(MET, [['82.4%']]), met],
    ['no level', sentence(MET, [['85%', { statistic: 'target' }]]), met],
    ['a level of another unit', said(MET, '82.4%', '85%', { unit: 'count' }), met],
    [
      'several targets',
      [...otherTarget, ...sentence('It was 82%.', [['82%']], { start: 500 })],
      { ...met, claims: [elsewhere] },
    ],
    [
      'two levels in the sentence',
      sentence(`${MET} Or 83%.`, [['82.4%'], ['85%', { statistic: 'target' }], ['83%']]),
      { ...met, claims: [claim('target-met', `${MET} Or 83%.`)] },
    ],
    ['figures of another area', said(MET, '82.4%', '85%').map((each) => ({ ...each, area: null })), met],
    ['other claims', said(MET, '82.4%', '85%'), { claims: [claim('up', MET)] }],
  ])('%s', (_, observations, around: Around) => {
    expect(hold(targetMet, observations, around)).toEqual(NOT_COMPARED);
  });
});
