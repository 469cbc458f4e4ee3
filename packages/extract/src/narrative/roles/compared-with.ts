import { LEVEL, type RoleRule } from '../role.ts';
import { withoutPeriods } from '../scan.ts';

/** "compared with 264", "against 70 last year", "up from 101": an earlier level. */
export const comparedWith: RoleRule = {
  name: 'compared-with',
  read: (scan, index, before) => {
    const figure = scan.figures[index]!;
    const from = index > 0 ? scan.figures[index - 1]!.unitEnd : 0;
    const left = withoutPeriods(scan, Math.min(from, figure.qualifierStart), figure.qualifierStart);
    const compares = /(?:\bcompared\s+(?:with|to)|\bcomparison\s+(?:with|to)|\bversus|\bvs\.?|\bagainst|\b(?:up|down|increas\w*|decreas\w*|reduc\w*|ris\w*|rose|fell|fall\w*|improv\w*|dropp\w*)\s+from|\bpreviously|\bfrom)\s*(?:the\s+|a\s+|an\s+|just\s+|figure\s+of\s+|total\s+of\s+|at\s+|of\s+)*$/i.test(left);
    const hasLevel = before.some((role) => role.statistic === 'level' || role.statistic === 'change');
    return compares && hasLevel && !figure.sign ? { ...LEVEL, earlier: true } : null;
  },
};
