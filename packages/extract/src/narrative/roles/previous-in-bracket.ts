import { LEVEL, type RoleRule } from '../role.ts';
import { bracketAt } from '../scan.ts';

const EARLIER_FORMS = new Set([
  'same-period-year-before',
  'year-before',
  'same-part-of-year',
  'quarter-before',
  'period-before',
]);

/** "down 2.1 percentage points on the previous year (17.3%)", "2,310 cases (2,055 in the previous year)": the level of the period that is compared with. */
export const previousInBracket: RoleRule = {
  name: 'previous-in-bracket',
  read: (scan, index, before) => {
    const figure = scan.figures[index]!;
    const bracket = bracketAt(scan, figure.start);
    if (!bracket || figure.sign || figure.qualifierStart !== bracket.start + 1) return null;
    const inside = scan.periods.some(
      (period) =>
        EARLIER_FORMS.has(period.form) &&
        period.end < bracket.end &&
        /^\s*(?:[a-z]+\s+)?(?:in|for|during|over|at)?\s*$/i.test(
          scan.text.slice(figure.unitEnd, Math.max(period.start, figure.unitEnd)),
        ),
    );
    const follows = scan.periods.some(
      (period) => EARLIER_FORMS.has(period.form) && bracket.start - period.end >= 0 && bracket.start - period.end <= 1,
    );
    const hasLevel = before.some(
      (role, other) => role.statistic === 'level' && scan.figures[other]!.unit === figure.unit,
    );
    return (follows || inside) && hasLevel ? { ...LEVEL, earlier: true } : null;
  },
};
