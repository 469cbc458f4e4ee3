import { change, observation } from '@scrutineer/model/testing';
import { agreeing, holdAcross, type More, NOT_COMPARED, paperOf } from '../testing/printed.ts';
import { agreementAcrossPapers } from './agreement-across-papers.ts';

const DATES = ['2019-11-21', '2020-02-20', '2020-05-21'];

/** A paper each, in the order of their dates. */
const papers = (...figures: (string | [string, More])[]) =>
  figures.map((each, index) => {
    const [figure, more] = typeof each === 'string' ? [each, {}] : each;
    return paperOf([observation(figure, more)], { id: `paper-${index + 1}`, date: DATES[index]! });
  });
const held = (...figures: (string | [string, More])[]) => holdAcross(agreementAcrossPapers, papers(...figures));

test('the same in two papers', () => {
  expect(held('8,706', '8,706')).toEqual(agreeing(['8,706', '8,706']));
});

test('the same at the printed rounding', () => {
  expect(held(['8.7%', {}], ['9%', {}])).toEqual(agreeing(['8.7%', '9%']));
  expect(held(['8.4%', {}], ['9%', {}]).found).toMatchObject([{ figures: ['8.4%', '9%'] }]);
});

test('a small difference is a revision by the later paper: a remark', () => {
  expect(held('8,706', '8,790').found).toEqual([
    {
      rule: 'agreement-across-papers',
      severity: 'info',
      figures: ['8,706', '8,790'],
      expected: 8706,
      explain:
        'Burglary, Lancashire: paper-1.md prints 8,706 and paper-2.md 8,790 for 2018-10-01 to 2019-09-30, which revises it.',
      verdict: 'revised-later',
    },
  ]);
});

test('a larger one is a contradiction', () => {
  expect(held('8,706', '9,706').found).toEqual([
    {
      rule: 'agreement-across-papers',
      severity: 'warning',
      figures: ['8,706', '9,706'],
      expected: 8706,
      explain:
        'Burglary, Lancashire: paper-1.md prints 8,706 and paper-2.md 9,706 for 2018-10-01 to 2019-09-30, which is no small revision.',
      verdict: 'inconsistent',
    },
  ]);
});

test('one so large is of something else by the same name: a remark', () => {
  const [finding] = held('8,706', '2,706').found;
  expect(finding).toMatchObject({ severity: 'info', verdict: 'different-definition', figures: ['8,706', '2,706'] });
  expect(finding!.explain).toContain('so far apart that they may not mean the same thing');
});

test('a change moves by more than the levels it is between', () => {
  const of = (figure: string, id: number) => paperOf([change(figure)], { id: `paper-${id + 1}`, date: DATES[id]! });
  expect(holdAcross(agreementAcrossPapers, [of('200', 0), of('240', 1)]).found).toMatchObject([
    { severity: 'info', verdict: 'revised-later' },
  ]);
});

test('without the order of publication nothing is a revision', () => {
  const undated = ['8,706', '8,790'].map((figure, index) => paperOf([observation(figure)], { id: `paper-${index}` }));
  expect(holdAcross(agreementAcrossPapers, undated).found).toMatchObject([
    { severity: 'warning', verdict: 'inconsistent' },
  ]);
});

test('a figure that is revised and then printed as before is a contradiction', () => {
  expect(held('8,706', '8,790', '8,706').found).toMatchObject([
    { severity: 'warning', verdict: 'inconsistent', figures: ['8,790', '8,706'] },
    { severity: 'info', verdict: 'revised-later', figures: ['8,706', '8,790'] },
  ]);
});

test('each paper is held against the one before it, in the order of their dates', () => {
  const [one, two, three] = papers('8,706', '8,790', '8,790');
  const inOrder = held('8,706', '8,790', '8,790').found;
  expect(inOrder).toMatchObject([{ figures: ['8,706', '8,790'] }]);
  expect(holdAcross(agreementAcrossPapers, [three!, one!, two!]).found).toEqual(inOrder);
});

test('within a paper the surest printing speaks for it', () => {
  const [first] = papers('8,706');
  const second = paperOf([observation('9,999', { confidence: 0.85 }), observation('8,706', { start: 500 })], {
    id: 'paper-2',
    date: DATES[1]!,
  });
  expect(holdAcross(agreementAcrossPapers, [first!, second])).toEqual(agreeing(['8,706', '8,706']));
});

const KENT = { id: 'E23000013', label: 'Kent' };
test.each<[string, More]>([
  ['another area', { area: KENT }],
  ['another period', { period: '2018-07-01/2019-06-30' }],
  ['another unit', { unit: 'GBP' }],
  ['a target', { statistic: 'target' }],
  ['a reading that is doubted', { confidence: 0.3 }],
  ['a period that was guessed', { notes: ['period-of-report'] }],
  ['a measure that is not known', { measure: { id: null, label: 'Burglary' } }],
  ['no period', { period: null }],
  ['a part of the measure', { breakdown: [{ dimension: 'victim', value: 'child' }] }],
])('not compared: %s', (_, more) => {
  expect(held('8,706', ['9,706', more])).toEqual(NOT_COMPARED);
});

test('what is printed before a period has ended is not of all of it', () => {
  const period = '2019-04-01/2020-03-31';
  expect(held(['4,706', { period }], ['8,706', { period }])).toEqual(NOT_COMPARED);
});
