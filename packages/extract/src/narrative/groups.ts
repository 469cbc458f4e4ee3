import type { Role } from './role.ts';
import { adjoinsBracket, type Scan } from './scan.ts';

/**
 * Which figures of a sentence state one thing, so that the period of one is the period of all: a change and its bracket
 * ("9% (-5263 incidents; …)"), a change and the levels it is from and to, the two ends of a range.
 * Gives the group's number for each figure.
 */
export function groupsOf(scan: Scan, roles: readonly Role[]): number[] {
  const groups: number[] = [];
  scan.figures.forEach((_, index) => {
    groups.push(index > 0 && belongsToPrevious(scan, roles, index) ? groups[index - 1]! : index);
  });
  return groups;
}

function belongsToPrevious(scan: Scan, roles: readonly Role[], index: number): boolean {
  const [before, role] = [roles[index - 1]!, roles[index]!];
  if (mentionBetween(scan, index) && role.rule !== 'from-to') return false;
  if (role.rule === 'bracket-pair') return !startsBracket(scan, index) || adjoinsBracket(scan, index);
  if (role.rule === 'range') return true;
  if ((role.rule === 'level' || role.rule === 'compared-with') && hasOwnMention(scan, index)) return false;
  if (role.rule === 'from-to') return before.statistic === 'change' || before.rule === 'from-to';
  const joins = /^[\s,;(-]*(?:a\s+)?$/.test(
    scan.text
      .slice(scan.figures[index - 1]!.unitEnd, scan.figures[index]!.qualifierStart)
      .replace(/\b(?:up|down|increase|from|an?|of|by|or)\b/gi, ''),
  );
  return joins && !mentionBetween(scan, index);
}

/** "22.6% from 21.3% at the last report", "7,453 (7,235 in 2018)": the period right behind is this figure's alone. */
function hasOwnMention(scan: Scan, index: number): boolean {
  const figure = scan.figures[index]!;
  const mention = scan.periods.find((period) => period.start >= figure.unitEnd);
  return (
    mention !== undefined &&
    /^\s*(?:at|in|for|during|of|by|to)?\s*(?:the\s+)?$/i.test(scan.text.slice(figure.unitEnd, mention.start))
  );
}

function startsBracket(scan: Scan, index: number): boolean {
  const [before, figure] = [scan.figures[index - 1]!, scan.figures[index]!];
  return scan.text.slice(before.end, figure.start).includes('(');
}

function mentionBetween(scan: Scan, index: number): boolean {
  const [before, figure] = [scan.figures[index - 1]!, scan.figures[index]!];
  return scan.periods.some((period) => period.start >= before.end && period.end <= figure.start);
}
