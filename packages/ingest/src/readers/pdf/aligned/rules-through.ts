import type { Box } from '@scrutineer/model';
import type { Ruling } from '../ruling.ts';

/** Rulings this close are one rule: the pieces under each column, a double line, the two edges of a thick one, in points. */
const ONE_RULE = 3;
/** Share of a table's width that a rule must cover to go through it. */
const THROUGH_SHARE = 0.75;

/** y of the rules between two heights that go through the whole width of a box, from top to bottom. */
export function rulesThrough(rulings: readonly Ruling[], [left, , right]: Box, top: number, bottom: number): number[] {
  const within = rulings
    .filter(({ axis, at, from, to }) => axis === 'horizontal' && at >= top && at <= bottom && from < right && to > left)
    .sort((a, b) => a.at - b.at);
  const groups: Ruling[][] = [];
  for (const ruling of within) {
    const group = groups.at(-1);
    if (group && ruling.at - group[0]!.at <= ONE_RULE) group.push(ruling);
    else groups.push([ruling]);
  }
  return groups
    .filter((group) => coverage(group, left, right) >= THROUGH_SHARE * (right - left))
    .map((group) => group[0]!.at);
}

function coverage(rulings: readonly Ruling[], left: number, right: number): number {
  let covered = 0;
  let reached = left;
  for (const { from, to } of [...rulings].sort((a, b) => a.from - b.from)) {
    const start = Math.max(from, reached);
    const end = Math.min(to, right);
    if (end > start) covered += end - start;
    reached = Math.max(reached, end);
  }
  return covered;
}
