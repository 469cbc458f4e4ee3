import { LEVEL, type Role, type RoleRule, type Setting } from './role.ts';
import { additional } from './roles/additional.ts';
import { asLastReport } from './roles/as-last-report.ts';
import { bracket } from './roles/bracket.ts';
import { changeAfter } from './roles/change-after.ts';
import { changeBefore } from './roles/change-before.ts';
import { comparedWith } from './roles/compared-with.ts';
import { coordinated } from './roles/coordinated.ts';
import { fromTo } from './roles/from-to.ts';
import { listed } from './roles/listed.ts';
import { forecast, proposedAmount, target } from './roles/planned.ts';
import { previousInBracket } from './roles/previous-in-bracket.ts';
import { range } from './roles/range.ts';
import { rank } from './roles/rank.ts';
import { withArithmetic } from './roles-by-arithmetic.ts';
import type { Scan } from './scan.ts';

/** The rules in the order they are asked; the first that applies tells. */
export const ROLE_RULES: readonly RoleRule[] = [
  rank,
  range,
  proposedAmount,
  forecast,
  target,
  fromTo,
  previousInBracket,
  bracket,
  asLastReport,
  changeBefore,
  comparedWith,
  changeAfter,
  coordinated,
  additional,
  listed,
];

/** The role of each figure of a sentence, in order; what no rule tells is a level. */
export function rolesOf(scan: Scan, setting: Setting = { planned: false }): Role[] {
  const roles: Role[] = [];
  for (const index of scan.figures.keys()) roles.push(roleOf(scan, index, roles, setting));
  return withArithmetic(scan, roles);
}

function roleOf(scan: Scan, index: number, before: readonly Role[], setting: Setting): Role {
  for (const rule of ROLE_RULES) {
    const role = rule.read(scan, index, before, setting);
    if (role) return { ...role, rule: rule.name };
  }
  return { ...LEVEL, rule: 'level' };
}
