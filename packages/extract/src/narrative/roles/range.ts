import type { RoleRule } from '../role.ts';
import { leftOf } from '../scan.ts';

/** "12-17 homicides", "between 40 and 60": the second number is what the first is. */
export const range: RoleRule = {
  name: 'range',
  read: (scan, index, before) => {
    const first = before[index - 1];
    if (!first) return null;
    const left = leftOf(scan, index);
    const between = /^\s*and\s*$/.test(left) && /\bbetween\s*$/i.test(leftOf(scan, index - 1));
    const units = [scan.figures[index - 1]!.unit, scan.figures[index]!.unit];
    if (units[0] !== null && units[0] !== units[1]) return null;
    return /^\s*-\s*$/.test(left) || between ? first : null;
  },
};
