import { LEVEL, type RoleRule } from '../role.ts';
import { type Scan, withoutPeriods } from '../scan.ts';

/** "compared to 58.0% nationally", "against an MSG average of 92.4": another area, not an earlier time. */
function isElsewhere(text: string, start: number, end: number): boolean {
  return (
    /^\s*(?:nationally|regionally|for (?:the )?(?:most similar|msg|msf|region|england)|in (?:the )?(?:most similar|msg|msf|region|england)|across (?:the )?(?:most similar|msg|england))/i.test(
      text.slice(end),
    ) ||
    /\b(?:national|regional|msg|msf|most similar \w+|group|force) (?:average|figure|rate|mean)\s+(?:of\s+)?$/i.test(
      text.slice(0, start),
    )
  );
}

/** "against a North East average of 92.4": the area whose average the figure is. */
function averagedArea({ text, areas, figures }: Scan, index: number) {
  const { qualifierStart } = figures[index]!;
  return areas.findLast(({ end }) => end <= qualifierStart && AVERAGE_OF_AREA.test(text.slice(end, qualifierStart)));
}

const AVERAGE_OF_AREA = /^\s(?:average|figure|rate|mean)\s(?:of\s)?$/i;

/** "This compares with 66 in Quarter 1": the level is that of the sentence before. */
const COMPARES_THIS = /^\W*(?:this|that|these|those|it|which)\s+(?:\w+\s+)?compare[sd]?\s+(?:with|to)\b/i;

/** "compared with 264", "against 70 last year", "up from 101": an earlier level. */
export const comparedWith: RoleRule = {
  name: 'compared-with',
  read: (scan, index, before) => {
    const figure = scan.figures[index]!;
    const from = index > 0 ? scan.figures[index - 1]!.unitEnd : 0;
    const left = withoutPeriods(scan, Math.min(from, figure.qualifierStart), figure.qualifierStart);
    const averaged = averagedArea(scan, index);
    const compared = averaged ? left.slice(0, averaged.start - figure.qualifierStart) : left;
    const compares =
      /(?:\bcompare[sd]?\s+(?:with|to)|\b(?:more|less|fewer|higher|lower)\s+than|\bon\s+the|\bcomparison\s+(?:with|to)|\bversus|\bvs\.?|\bagainst|\b(?:up|down|increas\w*|decreas\w*|reduc\w*|ris\w*|rose|fell|fall\w*|improv\w*|dropp\w*)\s+from|\bpreviously|\bfrom)\s*(?:the\s+|a\s+|an\s+|just\s+|(?:national|regional|msg|msf|most similar \w+|group|county(?:[- ]?wide)?|force(?:[- ]?wide)?|borough|district|London)\s+(?:average|figure|rate|mean)\s+|figure\s+of\s+|total\s+of\s+|at\s+|of\s+)*$/i.test(
        compared,
      );
    const hasLevel =
      before.some((role) => role.statistic !== 'target' && role.statistic !== 'rank') || COMPARES_THIS.test(left);
    if (!compares || !hasLevel || figure.sign) return null;
    const last = before.at(-1)!;
    const repeats =
      figure.unit === 'percent' &&
      last.statistic === 'change' &&
      scan.figures[before.length - 1]!.unit !== 'percentage-point' &&
      before.every((role) => role.statistic === 'change');
    const isAverage = /\b(?:average|mean)\s+(?:of|was|is)\s*$/i.test(left);
    if (repeats && (/\bagainst\s*$/i.test(left) || isAverage)) return { ...last, notes: [] };
    return { ...LEVEL, earlier: !averaged && !isElsewhere(scan.text, figure.start, figure.unitEnd) };
  },
};
