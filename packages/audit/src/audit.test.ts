import type { Observation } from '@scrutineer/model';
import { change, earlier, later } from '@scrutineer/model/testing';
import { type AuditContext, audit } from './index.ts';

const CONTEXT: AuditContext = { directionOfGood: () => 'down' };
const paper = { id: 'paper', file: 'paper.md', date: null };
const findingsOf = (observations: Observation[]) => audit([{ paper, observations, claims: [] }], CONTEXT).findings;

const told = (...observations: Observation[]) =>
  findingsOf(observations)
    .filter(({ rule }) => rule !== 'percent-or-points')
    .map(({ rule, severity, figures, expected }) => ({
      rule,
      severity,
      figures,
      expected,
    }));

describe('earlier-change-later', () => {
  test('levels and change that agree give nothing', () => {
    expect(told(earlier('8,706'), change('87'), later('8,793'))).toEqual([]);
  });
  test('a change that is not the difference of its levels', () => {
    expect(told(earlier('57,947'), change('-5263', { value: -5263 }), later('52,484'))).toEqual([
      { rule: 'earlier-change-later', severity: 'error', figures: ['57,947', '-5263', '52,484'], expected: -5463 },
    ]);
  });
  test('points between two percentages, within their rounding', () => {
    const points = change('+0.7%', { value: 0.7, unit: 'percentage-point' });
    expect(told(earlier('74.9%'), points, later('75.6%'))).toEqual([]);
    expect(
      told(earlier('74.9%'), change('+1.7%', { value: 1.7, unit: 'percentage-point' }), later('75.6%')),
    ).toHaveLength(1);
  });
  test('a change in a sentence is held against the levels of a table', () => {
    const spoken = change('-5263', { value: -5263, source: { ...change('-5263').source, table: null, line: 97 } });
    expect(told(earlier('57,947'), spoken, later('52,484'))).toHaveLength(1);
  });
});

describe('percent-of-earlier', () => {
  test('a percentage within rounding gives nothing', () => {
    expect(told(earlier('19,850'), change('1%'), later('20,107'))).toEqual([]);
  });
  test('a percentage of the later level instead of the earlier', () => {
    expect(told(earlier('200'), change('33%'), later('300'))).toEqual([
      { rule: 'percent-of-earlier', severity: 'error', figures: ['200', '33%', '300'], expected: 50 },
    ]);
  });
  test('no percentage can be told of an earlier level of zero', () => {
    expect(told(earlier('0'), change('100%'), later('4'))).toEqual([]);
  });
});

describe('count-and-percent', () => {
  const pair = (percent: string, count: string, value: number) => {
    const quote = `(${percent}, ${count})`;
    return [change(percent, { quote, start: 200 }), change(count, { quote, start: 205, value })] as const;
  };
  test('held against the later level where the earlier is not printed', () => {
    expect(told(...pair('2%', '3192', 3192), later('155,255'))).toEqual([]);
    expect(told(...pair('7%', '3192', 3192), later('155,255'))).toEqual([
      { rule: 'count-and-percent', severity: 'error', figures: ['7%', '3192', '155,255'], expected: 2.1 },
    ]);
  });
  test('one up and one down', () => {
    expect(told(...pair('2%', '-3192', -3192)).map((finding) => finding.rule)).toEqual(['count-and-percent']);
  });
});

describe('sign-and-word', () => {
  test('a missing sign is a warning in a table and a remark in a sentence', () => {
    const quote = '-3% (210)';
    const percent = change('-3%', { quote, start: 200, value: -3 });
    const count = change('210', { quote, start: 205, value: -210, notes: ['sign-missing'] });
    expect(told(percent, count)).toEqual([
      { rule: 'sign-and-word', severity: 'warning', figures: ['-3%', '210'], expected: -210 },
    ]);
    const spoken = [percent, count].map((each) => ({ ...each, source: { ...each.source, table: null } }));
    expect(told(...spoken)).toEqual([
      { rule: 'sign-and-word', severity: 'info', figures: ['-3%', '210'], expected: -210 },
    ]);
  });
  test('a sign against the word beside it', () => {
    expect(
      told(change('+137', { value: 137, quote: 'decrease (+137)', notes: ['sign-against-word'] })).map(
        ({ rule, severity }) => [rule, severity],
      ),
    ).toEqual([['sign-and-word', 'error']]);
  });
});

test('the same findings in the same order, however the observations come', () => {
  const observations = [earlier('200'), change('33%'), change('90', { start: 210 }), later('300')];
  const forwards = findingsOf(observations).map((finding) => finding.id);
  const backwards = findingsOf([...observations].reverse()).map((finding) => finding.id);
  expect([...backwards].sort()).toEqual([...forwards].sort());
  expect(forwards).toHaveLength(2);
});
