import type { PeriodMention } from '../periods/expression.ts';
import type { Scan } from './scan.ts';

/** A mention, and whether the words before it say that something is compared with it. */
export interface AttachedMention {
  readonly mention: PeriodMention;
  readonly compared: boolean;
}

/** The mentions that belong to each group of figures, and those that stand for the whole sentence. */
export interface AttachedMentions {
  readonly byGroup: ReadonlyMap<number, readonly AttachedMention[]>;
  readonly sentence: readonly AttachedMention[];
}

const COMPARES =
  /(?:\bcompared\s+(?:with|to)|\bcomparison\s+(?:with|to)|\bwhen\s+compared\s+(?:with|to)|\bversus|\bvs?\.?|\bagainst|\bthan|\bon|\bfrom|\brelative\s+to|\bup\s+on|\bdown\s+on|-v-|\bas\s+in|\bsince|\bfrom\s+levels|\bbetween\s+this\s+quarter\s+and)\s*(?:(?:the|that|those|its|levels?|figures?|of|in|for|at|during|recorded|a|same|period)\s+)*$/i;
const ALWAYS_COMPARED = new Set([
  'same-period-year-before',
  'quarter-before',
  'period-before',
  'year-before',
  'years-before',
  'baseline-year',
]);
/** "on a rolling 12 months", "on 5 January": "on" before a length or a day compares nothing. */
const NEVER_COMPARED_AFTER_ON = new Set([
  'day-date',
  'numeric-date',
  'day-of-month',
  'months-to-report',
  'year-to-date',
]);

/** Attaches each period mention to the figures whose period it tells. */
export function attachMentions(scan: Scan, groups: readonly number[]): AttachedMentions {
  const byGroup = new Map<number, AttachedMention[]>();
  const sentence: AttachedMention[] = [];
  const levels = new Set<number>();
  let change: number | null = null;
  const add = (group: number, attached: AttachedMention) =>
    byGroup.set(group, [...(byGroup.get(group) ?? []), attached]);
  for (const found of scan.periods) {
    if (isRecord(scan, found)) continue;
    const mention = asCompared(scan, found);
    const attached = { mention, compared: isCompared(scan, mention) };
    const figure = figureOf(scan, mention);
    if (figure === null && scan.figures[0] && mention.start > scan.figures[0].start) continue;
    const beside = levelInBracket(scan, mention);
    if (beside !== null) {
      add(groups[beside]!, attached);
      if (figure !== null && !levels.has(figure)) change = figure;
      if (change !== null && groups[change] !== groups[beside]) add(groups[change]!, attached);
      levels.add(beside);
    } else if (figure === null) sentence.push(attached);
    else add(groups[figure]!, attached);
  }
  return { byGroup, sentence };
}

/** "between Q4 2019/20 (446) and Q1 2020/21 (289)": the level that a bracket gives of the period before it. */
function levelInBracket(scan: Scan, mention: PeriodMention): number | null {
  const index = scan.figures.findIndex(
    ({ qualifierStart, unitEnd, unit }) =>
      qualifierStart >= mention.end &&
      /^\s*\($/.test(scan.text.slice(mention.end, qualifierStart)) &&
      /^\s*\)/.test(scan.text.slice(unitEnd)) &&
      unit !== 'percent',
  );
  return index < 0 ? null : index;
}

/** "the highest since 2012" tells how long, not of which period. */
function isRecord(scan: Scan, mention: PeriodMention): boolean {
  return (
    /\b(?:highest|lowest|best|worst|largest|smallest|record)\b[^.;]{0,30}\b(?:since|in|for)\s+(?:the\s+)?$/i.test(
      scan.text.slice(0, mention.start),
    ) && mention.form !== 'this-quarter'
  );
}

/** "more than in the last quarter" is more than in the quarter before. */
export function asCompared(scan: Scan, mention: PeriodMention): PeriodMention {
  const last = mention.form === 'this-quarter' && /\b(?:last|past)\b/i.test(mention.text);
  if (!last || !/\b(?:than|compared with|compared to|on|from|since)\s*$/i.test(scan.text.slice(0, mention.start)))
    return mention;
  return { ...mention, form: 'quarter-before', expression: { kind: 'relative', relation: { to: 'quarter-before' } } };
}

/** Whether the words before a period say that something is compared with it, or its own words do. */
export function isCompared(scan: Scan, mention: PeriodMention): boolean {
  if (ALWAYS_COMPARED.has(mention.form)) return true;
  const before = scan.text.slice(Math.max(0, mention.start - 50), mention.start);
  const words = COMPARES.exec(before)?.[0];
  if (FROM_TO.test(before) && /\sto\s/.test(mention.text)) return false;
  return words !== undefined && !(/^on\b/i.test(words.trim()) && NEVER_COMPARED_AFTER_ON.has(mention.form));
}

/** "From January to March crime rose": the clause begins with its own period. */
const FROM_TO = /(?:^|[,;:.]\s|\b(?:while|whilst|and|but)\s)from\s$/i;

/** A clause of its own between figure and mention ("which will be ready in May", "but remains below the peak in Q3") speaks of something else. */
function isElsewhere(scan: Scan, figure: number, mention: PeriodMention): boolean {
  const between = scan.text.slice(scan.figures[figure]!.unitEnd, mention.start);
  const told = scan.periods.some((other) => other.end <= mention.start && other.start >= scan.figures[figure]!.end);
  if (
    told &&
    /[,;]|\b(?:but|while|whilst|whereas|although)\b/i.test(between) &&
    !/compar|versus|\bvs\b|against/i.test(between)
  )
    return true;
  return (
    /\b(?:which|who|where|that)\s+(?:will|would|is|are|was|were|has|have|had)\b/i.test(between) &&
    scan.figures[figure]!.unit === null
  );
}

/** The figure a mention belongs to: the one before it, unless punctuation parts them and nothing parts it from the next. */
function figureOf(scan: Scan, mention: PeriodMention): number | null {
  const next = scan.figures.findIndex((figure) => figure.start >= mention.end);
  const before = next === -1 ? scan.figures.length - 1 : next - 1;
  if (before < 0) return null;
  if (next === -1) return isElsewhere(scan, before, mention) ? null : before;
  const toBefore = scan.text.slice(scan.figures[before]!.unitEnd, mention.start);
  const toNext = scan.text.slice(mention.end, scan.figures[next]!.qualifierStart);
  if (/^\s*[:=]\s*$/.test(toNext)) return next;
  const partedBefore = /[,;.]|\b(?:and|while|whilst|but|whereas)\b/i.test(toBefore);
  const partedNext = /[,;.()]|\b(?:and|while|whilst|but|whereas|compared|from|against|versus|vs)\b/i.test(toNext);
  return partedBefore && !partedNext ? next : before;
}
