import type { Claim } from '@scrutineer/model';
import { extract } from '../extract.ts';
import { paperOf } from '../testing/tree.ts';

const HEAD =
  '# Kent Police and Crime Panel\n\nReport of the Kent Police and Crime Commissioner\n\nMeeting date: 21 November 2019\n\nThis report covers the period 1 July 2019 to 30 September 2019.\n\n## Findings';

function claimsOf(text: string): readonly Claim[] {
  const result = extract(paperOf(`${HEAD}\n\n${text}`), { id: 'paper' });
  return result.status === 'failed' ? [] : result.value.claims;
}

/** A claim as one line: what is said, of what, since when, over how many months, and for which periods. */
function readable({ says, measure, since, months, periods }: Claim): string {
  return [
    `${says} ${measure?.label ?? '-'}`,
    ...(since ? [`since ${since}`] : []),
    ...(months.length > 0 ? [`over ${months.join(' and ')} months`] : []),
    ...periods.map((period) => `in ${period}`),
  ].join(', ');
}

const said = (text: string) => claimsOf(text).map(readable);

describe('movements', () => {
  test.each([
    ['Robbery has risen.', ['up Robbery']],
    ['Robbery continued to climb.', ['up Robbery']],
    ['There was a rise in robbery.', ['up Robbery']],
    ['The force saw a 4% increase in robbery.', ['up Robbery']],
    ['Robbery offences also increased slightly.', ['up Robbery']],
    ['Robbery has fallen sharply.', ['down Robbery']],
    ['A reduction of 12% in robbery was seen.', ['down Robbery']],
    ['Robbery was down on the year.', ['down Robbery']],
    ['Robbery saw a further small drop.', ['down Robbery']],
    ['Robbery remained stable.', ['level Robbery']],
    ['Robbery has been largely unchanged.', ['level Robbery']],
    ['Robbery stayed the same.', ['level Robbery']],
    ['Robbery improved.', ['better Robbery']],
    ['There were improvements in robbery.', ['better Robbery']],
    ['Robbery got worse.', ['worse Robbery']],
    ['There was a deterioration in robbery.', ['worse Robbery']],
    ['Robbery has risen in Ashford.', ['up Robbery']],
    ['Robbery decreased across the county.', ['down Robbery']],
    ['Robbery continued to fall in the rural districts.', ['down Robbery']],
    ['Robbery has more than doubled.', ['doubled Robbery']],
    ['Robbery almost halved.', ['halved Robbery']],
    ['Robbery has more than halved.', ['halved Robbery']],
  ])('%s', (text, claims) => {
    expect(said(text)).toEqual(claims);
  });
});

describe('what is said of several', () => {
  test.each([
    ['Robbery and arson have fallen.', ['down Arson', 'down Robbery']],
    ['Increases in robbery, arson and homicide were recorded.', ['up Arson', 'up Homicides', 'up Robbery']],
    ['Robbery rose, while arson fell.', ['down Arson', 'up Robbery']],
    ['Robbery rose; arson has not.', ['up Robbery']],
  ])('%s', (text, claims) => {
    expect(said(text).toSorted()).toEqual(claims);
  });
});

describe('times', () => {
  test.each([
    ['In the year to 30 September 2019 robbery rose.', ['up Robbery, in 2018-10-01/2019-09-30']],
    ['Robbery rose during 2018.', ['up Robbery, in 2018-01-01/2018-12-31']],
    ['Robbery rose in 2018.', ['up Robbery, in 2018-01-01/2018-12-31']],
    ['Robbery fell year on year.', ['down Robbery, over 12 months']],
    ['Robbery fell against the previous 12 months and the same quarter.', ['down Robbery, over 12 and 3 months']],
    ['Robbery rose month on month.', ['up Robbery, over 1 months']],
  ])('%s', (text, claims) => {
    expect(said(text)).toEqual(claims);
  });
});

describe('records', () => {
  test.each([
    ['Robbery is at its highest since 2012.', ['highest Robbery, since 2012-01-01']],
    ['There were 40 cases of arson, the lowest number since April 2014.', ['lowest Arson, since 2014-01-01']],
    ['Robbery is the lowest on record.', ['lowest Robbery']],
    ['Robbery was the highest ever.', ['highest Robbery']],
    [
      'Robbery in 2019 was the highest for five years.',
      ['highest Robbery, since 2014-01-01, in 2019-01-01/2019-12-31'],
    ],
    ['Robbery is at its lowest since records began.', ['lowest Robbery']],
  ])('%s', (text, claims) => {
    expect(said(text)).toEqual(claims);
  });
});

describe('targets', () => {
  test.each([
    ['The 999 service level met its target of 90%.', ['target-met 999 calls - service level']],
    ['The 999 service level exceeded the 90% target.', ['target-met 999 calls - service level']],
    ['The target for the 999 service level has been achieved.', ['target-met 999 calls - service level']],
    ['The 999 service level missed its target of 90%.', ['target-missed 999 calls - service level']],
    ['The 999 service level did not reach the target.', ['target-missed 999 calls - service level']],
    ['The 999 service level fell short of its target.', ['target-missed 999 calls - service level']],
    ['The target for the 999 service level was not met.', ['target-missed 999 calls - service level']],
    ['The welcome desk narrowly missed its target.', ['target-missed welcome desk']],
    ['The 999 service level was 88%. The target was missed.', ['target-missed 999 calls - service level']],
    // Neither says which side is good.
    ['The 999 service level was above target.', []],
    ['The 999 service level is on track to meet its target.', []],
    ['A new target for the 999 service level was agreed and will be met.', []],
    ['Of two targets for the 999 service level one target was met.', []],
  ])('%s', (text, claims) => {
    expect(said(text)).toEqual(claims);
  });
});

describe('quarters by the wrong name', () => {
  test.each([
    ['In the first quarter (October to December 2018) robbery was discussed.', ['misnamed-quarter -']],
    ['In the third quarter (October to December 2018) robbery was discussed.', []],
    ['In the third quarter robbery was discussed.', []],
  ])('%s', (text, claims) => {
    expect(said(text).map((each) => each.split(',')[0])).toEqual(claims);
  });
});

describe('a status beside a target', () => {
  const table = (...rows: string[]) => ['Measure | Target | 2018/19 | Status', ...rows].join('\n');

  test('Green is met, Red is missed, Amber says neither', () => {
    const rows = [
      '999 calls answered within 10 seconds | 90% | 92% | Green',
      '101 service level | 90% | 81% | Red',
      'Victim satisfaction | 80% | 79% | Amber',
    ];
    expect(said(table(...rows))).toEqual([
      'target-met 999 calls answered within 10 seconds',
      'target-missed 101 calls - service level',
    ]);
  });
  test.each([
    ['Met', ['target-met 999 calls answered within 10 seconds']],
    ['Achieved', ['target-met 999 calls answered within 10 seconds']],
    ['Not met', ['target-missed 999 calls answered within 10 seconds']],
    ['Missed', ['target-missed 999 calls answered within 10 seconds']],
    ['Improving', []],
  ])('%s', (status, claims) => {
    expect(said(table(`999 calls answered within 10 seconds | 90% | 92% | ${status}`))).toEqual(claims);
  });
  test('without a target it may be about anything', () => {
    const text = ['Measure | 2018/19 | Status', '999 calls answered within 10 seconds | 92% | Green'].join('\n');
    expect(said(text)).toEqual([]);
  });
  test('the claim quotes its row and points at the status', () => {
    const [claim] = claimsOf(table('999 calls answered within 10 seconds | 90% | 92% | Green'));
    expect(claim!.source.quote).toBe('999 calls answered within 10 seconds | 90% | 92% | Green');
    expect(claim!.source.end - claim!.source.start).toBe('Green'.length);
  });
});

describe('what says nothing of the figures', () => {
  test.each([
    ['a plan', 'The plan is for robbery to have fallen by next spring.'],
    ['an aim', 'Our aim is a reduction in robbery.'],
    ['an intention', 'Officers work to reduce robbery.'],
    ['an expectation', 'Robbery is expected to have risen.'],
    ['a forecast', 'The forecast shows robbery increased.'],
    ['a negation', 'Robbery has not fallen.'],
    ['no change of a kind', 'There was no increase in robbery.'],
    ['an earlier report', 'As previously reported, robbery has risen.'],
    ['the last report', 'The last report said that robbery fell.'],
    ['a condition', 'If robbery has risen, more officers are sent.'],
    ['a doubt', 'The panel asked whether robbery has fallen.'],
    ['a possibility', 'Robbery may have increased.'],
    ['a cause', 'Demand grew because robbery increased.'],
    ['a name with a capital', 'The Robbery Better Outcomes Board met twice.'],
    ['a part of the measure', 'Some robbery has fallen.'],
    ['repeat cases', 'Repeat robbery has increased.'],
    ['another noun between', 'Robbery investigators at the eastern stations have increased.'],
    ['what only bears its name', 'Robbery referrals have increased.'],
    ['another thing that rose', 'Spending on robbery training rose.'],
    ['no measure', 'Things have improved.'],
    ['a speed', 'The rate of robbery growth slowed.'],
    ['a number that it is above', 'Robbery saw more than 400 offences.'],
    ['a place among others', 'Robbery is below the national average.'],
    ['a question of degree', 'Robbery is a serious matter.'],
  ])('%s: %s', (_, text) => {
    expect(said(text)).toEqual([]);
  });
});

test('a claim points at its words, quotes its sentence, and knows its area', () => {
  const [claim, ...others] = claimsOf('A first sentence. In Ashford robbery has risen.');
  const text = `${HEAD}\n\nA first sentence. In Ashford robbery has risen.`;
  expect(others).toEqual([]);
  expect(text.slice(claim!.source.start, claim!.source.end)).toBe('risen');
  expect(claim!.source.quote).toBe('In Ashford robbery has risen.');
  expect(claim!.paper).toBe('paper');
});

test('the paper’s own area is meant where a sentence names none', () => {
  expect(claimsOf('Robbery has risen.')[0]!.area?.label).toBe('Kent');
  expect(claimsOf('Cumbria robbery has risen.')[0]!.area?.label).toBe('Cumbria');
});

test('claims come in the order of the text, each with an id of its own', () => {
  const claims = claimsOf('Robbery rose, while arson fell. Homicide improved.');
  expect(claims.map(({ says }) => says)).toEqual(['up', 'down', 'better']);
  expect(new Set(claims.map(({ id }) => id)).size).toBe(3);
});
