import { findAreas } from '../../registry/areas.ts';
import { change, type Role, type RoleRule } from '../role.ts';
import { bracketAt, leftOf, type Scan, withoutPeriods } from '../scan.ts';

/** Words that may stand between two figures of which the second repeats what the first is. */
const JOINT =
  /^[\s,;:()-]*(?:(?:and|or|also|then|from|by|at|to|in|on|for|the|stand|stands|was|were|now|as|respectively|comparison|compared|with|when|last|meeting|report)\b[\s,;()-]*){0,7}$/i;

/** "lower by 2.8% and theft by 2.6%": the verb is left out. */
const ALIKE =
  /^(?:\s?,?\s?or\s[\d,]{1,12}\s[a-z]{1,30})?\s?(?:(?:crimes|offences|incidents)\s?)?(?:[,:]\s?)?(?:(?:and|while|with)\s)?(?:[a-z'-]{1,30}\s){1,5}by\s?$/i;
/** "63% of them": a share, whatever stands before it. */
const OF_THEM = /^\s*of\s+(?:them|these|those|whom|which|all)\b/i;

/** "and in our Most Similar Group by 9%": where it is does not part the figures. */
function withoutAreas(text: string): string {
  return findAreas(text)
    .reduceRight((rest, area) => `${rest.slice(0, area.start)}${rest.slice(area.end)}`, text)
    .replace(/\b(?:our|its)\b/gi, '');
}

/** Where the figure before ends, with the bracket it stands in. */
function lastEnd(scan: Scan, index: number): number {
  const { start, unitEnd } = scan.figures[index - 1]!;
  return Math.max(bracketAt(scan, start)?.end ?? 0, unitEnd);
}

/** The figure before, or the one that the bracket before goes with: "by 15.7% (-846 offences), burglary by 7%". */
function beforeBracket(scan: Scan, index: number, before: readonly Role[]): number {
  const last = index - 1;
  if (last < 1 || before[last]?.rule !== 'bracket-pair' || scan.figures[index]!.unit === scan.figures[last]!.unit)
    return last;
  return bracketAt(scan, scan.figures[last]!.start) && !bracketAt(scan, scan.figures[last - 1]!.start)
    ? last - 1
    : last;
}

const GAPPED = /(?:^|[:;,]|\band\b)\s*(?:the\s+)?(?:[a-z'-]+\s+){1,4}by\s*$/i;

/** "Burglary fell by 6.9%, to 5,359 in all: dwellings by 9.9%": what the first clause's verb says of all that follow. */
function gappedChange(scan: Scan, index: number, before: readonly Role[]): Omit<Role, 'rule'> | null {
  const figure = scan.figures[index]!;
  if (figure.unit === null || !GAPPED.test(leftOf(scan, index))) return null;
  const first = before.findIndex(
    (role, at) =>
      role.statistic === 'change' && scan.figures[at]!.unit === figure.unit && /\bby\s*$/i.test(leftOf(scan, at)),
  );
  const sign = before[first]?.sign;
  return sign ? change({ ...sign, from: 'pair' }) : null;
}

/** "by 38 per cent in the East Riding, 23 in Hull": verb and unit are those of the figure before. */
function isGappedArea(scan: Scan, index: number): boolean {
  const [previous, figure] = [scan.figures[index - 1]!, scan.figures[index]!];
  const inArea = (from: number, to: number) => {
    const area = scan.areas.find(({ start, end }) => start >= from && end <= to);
    return area !== undefined && /^\s+in\s+(?:the\s+)?$/.test(scan.text.slice(from, area.start)) ? area.end : null;
  };
  const end = inArea(previous.unitEnd, figure.start);
  const isNext = end !== null && [',', 'and', ', and'].includes(scan.text.slice(end, figure.qualifierStart).trim());
  return isNext && inArea(figure.unitEnd, scan.text.length) !== null;
}

/** "by 2.2%, or 71 offences", "down 2% on the last meeting and 4% compared with the same period last year", ", 14% at the end of May". */
export const coordinated: RoleRule = {
  name: 'coordinated',
  read: (scan, index, before) => {
    const figure = scan.figures[index]!;
    const at = beforeBracket(scan, index, before);
    const [previous, role] = [scan.figures[at], before[at]];
    if (!previous || !role || role.statistic !== 'change') return gappedChange(scan, index, before);
    if (
      /^[^.;]{0,40}[,(]?\s*(?:or|i\.e\.|(?:which\s+|that\s+)?(?:is\s+)?(?:equivalent|equal|equates?|equating|amounts?|amounting)\s+to|representing|which represents)\s*$/i.test(
        scan.text.slice(previous.unitEnd, figure.qualifierStart),
      ) &&
      previous.unit !== figure.unit
    )
      return change(role.sign && { ...role.sign, from: 'pair' });
    if (
      figure.unit === null &&
      figure.sign === null &&
      ALIKE.test(scan.text.slice(lastEnd(scan, index), figure.qualifierStart))
    )
      return change(role.sign && { ...role.sign, from: 'pair' });
    if (figure.unit === null && isGappedArea(scan, index)) return change(role.sign && { ...role.sign, from: 'pair' });
    const gapped = gappedChange(scan, index, before);
    if (gapped) return gapped;
    const beside = /^\s*;\s*$/.test(scan.text.slice(previous.unitEnd, figure.qualifierStart));
    if (beside && previous.sign && previous.unit === 'percent' && figure.unit === null)
      return change(role.sign && { ...role.sign, from: 'pair' });
    if (previous.unit !== figure.unit || figure.unit === null || OF_THEM.test(scan.text.slice(figure.unitEnd)))
      return null;
    const between = withoutAreas(withoutPeriods(scan, lastEnd(scan, index), figure.qualifierStart));
    if (ALIKE.test(between)) return change(role.sign && { ...role.sign, from: 'pair' });
    return JOINT.test(between) && /and|,|;/.test(between) ? change(role.sign && { ...role.sign, from: 'pair' }) : null;
  },
};
