import type { Figure } from '../figures/figure.ts';
import { change, type Role } from './role.ts';
import type { Scan } from './scan.ts';

/** What tells the role of a figure that withArithmetic found. */
export const BY_ARITHMETIC = 'difference-of-levels';

/**
 * "fell from 13 to 10, or 23.1%", "rose from 410 to 450 (40 more officers)": a figure beside two levels that is their
 * difference, or that in percent, is the change between them, whatever its words say. Nothing is changed where the
 * arithmetic does not hold within what is printed, so a misprint stays what its words make of it. So is the percentage
 * in "came down by 130, exactly 10%, to 1,170", between a change and the level it led to.
 */
export function withArithmetic(scan: Scan, roles: readonly Role[]): Role[] {
  return roles.map((role, index) => {
    if (role.statistic !== 'level' || role.earlier || role.rule === FROM_TO) return role;
    if (isPercentOfChange(scan, roles, index)) return { ...roles[index - 1]!, rule: BY_ARITHMETIC };
    const pair = [index - 2, index - 3].find((at) => isPair(scan, roles, at));
    if (pair === undefined) return role;
    const [from, to] = [scan.figures[pair]!, scan.figures[pair + 1]!];
    if (!isDifference(from, to, scan.figures[index]!)) return role;
    return {
      ...change({ direction: to.value > from.value ? 'up' : 'down', from: 'pair' }),
      rule: BY_ARITHMETIC,
    };
  });
}

const FROM_TO = 'from-to';

function isPair(scan: Scan, roles: readonly Role[], at: number): boolean {
  const [first, second] = [roles[at], roles[at + 1]];
  const isFromTo = first?.rule === FROM_TO && first.earlier && second?.rule === FROM_TO && !second.earlier;
  return isFromTo && scan.figures[at]!.unit === scan.figures[at + 1]!.unit;
}

function isPercentOfChange(scan: Scan, roles: readonly Role[], index: number): boolean {
  const [before, after] = [roles[index - 1], roles[index + 1]];
  if (before?.statistic !== 'change' || after?.statistic !== 'level' || after.earlier) return false;
  const [by, percent, to] = [scan.figures[index - 1]!, scan.figures[index]!, scan.figures[index + 1]!];
  if (by.unit !== to.unit || !before.sign) return false;
  const earlier = before.sign.direction === 'up' ? to.value - by.value : to.value + by.value;
  return isDifference({ ...to, value: earlier }, to, percent);
}

/** Smaller levels differ by any small number by chance. */
const SMALLEST = 10;

function isDifference(from: Figure, to: Figure, figure: Figure): boolean {
  if (from.value === to.value || Math.max(from.value, to.value) < SMALLEST || figure.sign !== null) return false;
  const difference = Math.abs(to.value - from.value);
  if (figure.unit === from.unit) return Math.abs(difference - figure.value) < 1e-9;
  const isPercent = figure.unit === 'percent' && from.unit !== 'percent' && from.value > 0;
  return isPercent && Math.abs((100 * difference) / from.value - figure.value) <= 0.5 * 10 ** -figure.decimals + 1e-9;
}
