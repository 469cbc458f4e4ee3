import type { Observation } from '@scrutineer/model';
import { change, earlier, later } from '@scrutineer/model/testing';
import { type AuditContext, audit } from './index.ts';

const CONTEXT: AuditContext = { directionOfGood: () => 'down' };
const paper = { id: 'paper', file: 'paper.md', date: null };
const findingsOf = (observations: Observation[]) => audit([{ paper, observations, claims: [] }], CONTEXT).findings;

test('the same findings in the same order, however the observations come', () => {
  const observations = [earlier('200'), change('33%'), change('90', { start: 210 }), later('300')];
  const forwards = findingsOf(observations).map((finding) => finding.id);
  const backwards = findingsOf([...observations].reverse()).map((finding) => finding.id);
  expect([...backwards].sort()).toEqual([...forwards].sort());
  expect(forwards).toHaveLength(2);
});
