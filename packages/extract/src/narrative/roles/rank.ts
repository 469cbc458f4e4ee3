import type { RoleRule } from '../role.ts';

/** "ranked 12th of 43 forces", "third highest", "second behind". */
export const rank: RoleRule = {
  name: 'rank',
  read: (scan, index) =>
    scan.figures[index]!.form === 'ordinal' ? { statistic: 'rank', sign: null, earlier: false, notes: [] } : null,
};
