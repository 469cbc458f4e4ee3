import type { PaperContext } from '../context.ts';
import type { TextPassage } from '../document.ts';
import { type Draft, rankedAmong } from '../draft.ts';
import type { Figure } from '../figures/figure.ts';
import { wordSign } from '../figures/signs.ts';
import { isDuration, unitIn } from '../figures/units.ts';
import type { PeriodPair } from '../periods/pick.ts';
import { MEASURE_FROM_PASSAGE } from '../resolve/agreeing-figures.ts';
import { speltOut } from '../text/acronyms.ts';
import { areaOf } from './area.ts';
import type { NamedMeasure } from './named-measure.ts';
import type { Role } from './role.ts';
import type { Scan } from './scan.ts';

/** All that is known of a figure of a sentence. */
export interface FigureReading {
  readonly scan: Scan;
  readonly index: number;
  readonly figure: Figure;
  readonly role: Role;
  readonly measure: NamedMeasure;
  readonly told: PeriodPair;
  readonly passage: TextPassage;
  readonly context: PaperContext;
  readonly before: Draft | null;
}

/** Makes the observation of a figure. */
export function draftFigure({
  scan,
  index,
  figure,
  role,
  measure,
  told,
  passage,
  context,
  before,
}: FigureReading): Draft {
  const changes = role.statistic === 'change' || role.ofChange === true;
  const unit = unitOf(scan, figure, measure, before, changes);
  const sign =
    changes && role.sign ? (wordSign(role.sign.direction, goodOf(measure, figure)) ?? 1) : figure.sign === '-' ? -1 : 1;
  const raw = passage.text.slice(scan.offset + figure.start, scan.offset + figure.end);
  return {
    leaf: passage.leaf,
    figure: { start: scan.offset + figure.start, end: scan.offset + figure.end, text: raw },
    quote: passage.text.slice(scan.offset, scan.offset + scan.text.length).replace(/\s+/g, ' '),
    headings: passage.headings,
    table: null,
    measure: nameWithRate(measure, unit),
    area: speltOut(areaOf(scan, index, role, context), context.acronyms),
    breakdown: rankedAmong(role.statistic === 'rank' ? fieldOfRank(scan, figure.start) : null),
    statistic: role.statistic,
    value: sign * figure.value,
    unit,
    qualifier: qualifierOf(scan, index, role),
    period: told.period,
    baseline: changes ? told.baseline : null,
    outOf: figure.outOf,
    method: `narrative/${role.rule}`,
    notes: [
      ...role.notes,
      ...namedElsewhere(measure),
      ...told.notes,
      ...(changes && !told.baseline ? ['baseline-not-stated'] : []),
    ],
  };
}

/** The area that a rank is one in: named in its clause behind it, else before it. */
function fieldOfRank(scan: Scan, at: number): string | null {
  const parts = [...scan.text.matchAll(/;|,\s+(?:while|whilst|but|and)\b/gi)].map((match) => match.index);
  const [start, end] = [parts.findLast((part) => part < at) ?? 0, parts.find((part) => part > at) ?? scan.text.length];
  const near = scan.areas.filter((area) => area.start >= start && area.end <= end);
  const behind = near.find((area) => area.start > at);
  return (
    (behind ?? near.findLast(({ entry }) => ['nation', 'region', 'group'].includes(entry.kind)))?.entry.label ?? null
  );
}

/** A rate is another measure than the count that it is a rate of, where nothing in the name says so. */
function nameWithRate({ measure, label }: NamedMeasure, unit: string): Draft['measure'] {
  const isNamed = !unit.startsWith('per-') || measure?.unit === unit || /\brates?\b|\bper\b/i.test(label);
  if (isNamed) return { id: measure?.id ?? null, label };
  return { id: null, label: `${label} rate` };
}

/** Waits and response times are better when they are shorter, also where the registry does not know them. */
function goodOf({ measure }: NamedMeasure, figure: Figure): 'higher' | 'lower' | null {
  return measure?.good ?? (isDuration(figure.unit) ? 'lower' : null);
}

/** "over 400 schools and 100 partners": a bound on the first of two counts is one on the second; "up to 345" of a target is none. */
function qualifierOf(scan: Scan, index: number, role: Role): Draft['qualifier'] {
  const figure = scan.figures[index]!;
  if (
    figure.qualifier === 'up-to' &&
    (role.statistic === 'target' || role.statistic === 'level') &&
    /\b(?:bring|brought|tak(?:e|ing)|took|rais|increas|went|gone)\w*\b[^.;:]*$/i.test(scan.text.slice(0, figure.start))
  )
    return null;
  if (role.statistic === 'target' && /^\s*target\b/i.test(scan.text.slice(figure.unitEnd))) return null;
  if (figure.qualifier !== null || index === 0) return figure.qualifier;
  const first = scan.figures[index - 1]!;
  const between = scan.text.slice(first.unitEnd, figure.qualifierStart);
  const joined = /^\s+[a-z'-]+(?:\s+[a-z'-]+)?\s+and\s+$/i.test(between) && first.unit === null && figure.unit === null;
  return joined && role.statistic === 'level' ? first.qualifier : null;
}

/** "per 1,000 population (118.2 against an average of 92.4)": a rate named before its figures. */
function rateUnit(scan: Scan, figure: Figure): string | null {
  if (RATE_THEN.test(scan.text.slice(0, figure.start))) return 'per-1000';
  const before = /\bper\s+1[\s\S]*$/i.exec(scan.text.slice(0, figure.start))?.[0];
  return before && before.length < RATE_REACH && (/\(/.test(before) || RATE_IS.test(before)) ? unitIn(before) : null;
}

/** "per 1,000 population was 61.2, against a national average of" */
/** "per head of 1000 pop 237". */
const RATE_THEN =
  /\bper\s+(?:head\s+of\s+)?1,?000(?:\s+(?:of\s+)?(?:the\s+)?(?:pop(?:ulation)?|people|residents))?\s*[:=-]?\s*$/i;

const RATE_IS =
  /^per\s+[\d,]+\s+\w+(?:\s+\w+){0,2}?\s+(?:was|is|were|are|of|at|stood at|rose to|fell to)\s+(?:[\d.,]+\D{0,40}\b(?:of|to|with|against|than)\s+(?:the\s+)?)?$/i;

/** How far a rate's name reaches over the figures that follow it, in characters. */
const RATE_REACH = 80;

/** "96 working days (target 90)": the target's unit is that of what it is for. */
function targetUnit(scan: Scan, figure: Figure, before: Draft | null): string | null {
  const beside =
    before !== null && /^[^()]*\(\s*targets?\W*$/i.test(scan.text.slice(0, figure.start).slice(-TARGET_REACH));
  return beside ? before.unit : null;
}

/** How far before its figure the bracket of a target may begin, in characters. */
const TARGET_REACH = 24;

/** "For violence the figure was 34": the figure that the sentence before gave, of something else. */
const SAME_FIGURE =
  /\b(?:the|that|this)\s+(?:figure|rate)\s+(?:was|is|stood at|stands at)\s*$|\b(?:average|mean)\s+(?:of|was|is)\s*$/i;

/** "60.3 crimes per 1,000 people, well under the 71.9 that its group averaged": a rate held against a rate. */
function comparedRate(scan: Scan, figure: Figure, before: Draft | null): string | null {
  if (before === null || !before.unit.startsWith('per-') || before.statistic !== 'level') return null;
  const text = scan.text.slice(0, figure.start);
  if (before.figure.end <= scan.offset) return SAME_FIGURE.test(text) ? before.unit : null;
  const between = text.slice(before.figure.end - scan.offset);
  if (/\b(?:average|mean|rate|figure)\s+(?:of|was|is)\s*$/i.test(between)) return before.unit;
  const isComparedAlone = /\bcompared\s+(?:with|to)\s+$/i.test(between);
  if (isComparedAlone && /^\s+(?:nationally|regionally)\b/i.test(scan.text.slice(figure.end))) return before.unit;
  return figure.decimals > 0 &&
    /\b(?:than|under|over|above|below|against|averag\w*|compar\w*|where|beside|while)\b/i.test(between)
    ? before.unit
    : null;
}

/** "8.2 to 7.3 seconds", "2-3% a year": the second figure's unit is that of both. */
function pairUnit(scan: Scan, figure: Figure): string | null {
  const next = scan.figures.find((other) => other.start > figure.start);
  const joined =
    next !== undefined && /^\s*(?:-|to|and)\s*$/.test(scan.text.slice(figure.unitEnd, next.qualifierStart));
  return joined ? next.unit : null;
}

/** "by 38 per cent in the East Riding, 23 in Hull": the unit is said once. */
function gappedUnit(scan: Scan, figure: Figure, before: Draft | null): string | null {
  if (before?.statistic !== 'change' || before.figure.end <= scan.offset) return null;
  const between = scan.text.slice(before.figure.end - scan.offset, figure.qualifierStart);
  return /^(?: ?%| per ?cent)? in [^,;.()]{2,40}?(?:,|,? and) $/.test(between) &&
    /^\s+in\s+(?:the\s+)?[A-Z]/.test(scan.text.slice(figure.unitEnd))
    ? before.unit
    : null;
}

/** A change of a percentage is in points: by the measure's own unit, or by the level printed beside it. */
function unitOf(scan: Scan, figure: Figure, measure: NamedMeasure, before: Draft | null, changes: boolean): string {
  if (figure.form === 'ordinal') return 'rank';
  const unit =
    figure.unit ??
    gappedUnit(scan, figure, before) ??
    rateUnit(scan, figure) ??
    pairUnit(scan, figure) ??
    targetUnit(scan, figure, before) ??
    comparedRate(scan, figure, before) ??
    'count';
  if (unit !== 'percent' || !changes) return unit;
  const ofPercent = before !== null && before.unit === 'percent' && before.statistic !== 'change';
  if (ofPercent && before.figure.end <= scan.offset) return 'percentage-point';
  if (measure.measure && measure.measure.unit !== 'percent') return 'percent';
  const beside = ofPercent && before.measure.label === measure.label;
  return measure.measure?.unit === 'percent' || beside ? 'percentage-point' : 'percent';
}

/** That the figure's own words name no measure is told, and where the name comes from. */
function namedElsewhere({ by }: NamedMeasure): string[] {
  if (by === 'before') return [MEASURE_FROM_PASSAGE];
  return by === 'heading' ? ['measure-from-heading'] : [];
}
