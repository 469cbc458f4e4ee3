import { directionBefore } from '../../figures/signs.ts';
import { change, type RoleRule } from '../role.ts';
import { bracketAt } from '../scan.ts';

/** "a reduced increase when compared with the last report (12%)": the bracket repeats the change as it was then. */
export const asLastReport: RoleRule = {
  name: 'as-last-report',
  read: (scan, index) => {
    const figure = scan.figures[index]!;
    const bracket = bracketAt(scan, figure.start);
    const mention =
      bracket &&
      scan.periods.find(
        (period) => period.form === 'last-report' && bracket.start - period.end >= 0 && bracket.start - period.end <= 2,
      );
    const direction = mention ? directionBefore(scan.text, mention.start) : null;
    return direction && figure.unit === 'percent' ? change({ direction, from: 'word' }) : null;
  },
};
