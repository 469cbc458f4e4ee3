import { unitIn } from '../figures/units.ts';
import { MONTH } from '../periods/elements.ts';
import type { PeriodMention } from '../periods/expression.ts';
import { findPeriods } from '../periods/find.ts';
import { type Area, areaOfLabel } from '../registry/areas.ts';
import { normalise } from '../text/normalise.ts';

/** What the figures of a column are, by its header. */
export interface Column {
  readonly index: number;
  /** The header texts from top to bottom, each once. */
  readonly header: readonly string[];
  readonly role: ColumnRole;
  readonly periods: readonly PeriodMention[];
  /** The header speaks of an earlier period ("Previous 12 Month Period"). */
  readonly previous: boolean;
  readonly unit: string | null;
  /** Multiplies plain numbers: 1,000,000 under "£m". */
  readonly scale: number;
  readonly area: Area | null;
  /** The sign that "reduction" or "increase" alone gives to unsigned changes. */
  readonly direction: 1 | -1 | null;
  /** A difference from a budget or target, not from an earlier period. */
  readonly isVariance: boolean;
  /** The header's own words without periods and units in brackets: what it is called. */
  readonly name: string;
  /** What is left of the header once period, unit and role are told: names a part of the measure; "" where nothing is. */
  readonly residue: string;
}

export type ColumnRole =
  | 'level'
  | 'change'
  | 'share'
  | 'rank'
  | 'target'
  | 'forecast'
  | 'total'
  | 'label'
  | 'percent'
  | 'remark';

const ROLE_WORDS: readonly (readonly [ColumnRole, RegExp])[] = [
  [
    'remark',
    /^(?:comments?|narrative|rag(?: status| rating)?|status|commentary|notes?|source|owner|lead|trend|direction|rating|grade|action)$/i,
  ],
  ['rank', /\brank(?:ing|ed)?\b|\bposition\b|\bplace\b/i],
  ['target', /\btargets?\b|^(?:plan|planned level|plan level|aim|goal|ambition|standard|threshold)$/i],
  [
    'change',
    /\bchanges?\b|\bversus\b|\bvs?\b\.?|\bvariance\b|\bdiff(?:erence)?\b|\+\s?\/\s?-|\bincrease|\bdecrease|\breduction|\bcompar|\bmovement\b|\bvariation\b|\bsince\b.*%/i,
  ],
  ['share', /% of\b|\bproportion\b|\bshare\b|\bpercentage of\b|% (?:total|of total)/i],
  ['forecast', /\bforecast\b|\bprojected\b|\bprojection\b|\bestimated?\b/i],
  ['total', /^(?:grand )?totals?\b|^(?:full |whole )?year$/i],
];

const ROLE_RESIDUE =
  /\b(?:in year performance|in-year performance|performance versus|previous equivalent period|previous (?:12|twelve|3|three|6|six)[ -]months? periods?|previous (?:year|period|quarter)|current (?:year|period|quarter|performance)|(?:12|twelve|3|three|6|six)[ -]months? periods?|period|performance|versus|vs\.?|changes?|variance|difference|diff|increase|decrease|reductions?|annual|actual|number|count|volume|total|value|baseline|figures?|latest|previous|current|year on year|year-on-year|in year|results?|outturn|level|rank(?:ing)?|position|target|forecast|rolling|to date|ytd|financial year|fy|year|compared (?:to|with)|comparison|in|of|to|the|and|for|from|on|by|with|at|measure|% change|percentage|pp|ppts?|no|data|up|down)\b|[%£#+/()<>&,.:;'*-]|\b(?:000s|000|million|m|k|secs?|mins?|hrs?|minutes|seconds|hours|days)\b/gi;

/** "Per 1,000 residents" is a unit, no category. */
const RATE =
  /(?:\brate\s+)?\bper\s+(?:[\d,]+|thousand|head)(?:\s+(?:of\s+)?(?:the\s+)?(?:residents?|population|people|persons|households|inhabitants))?/gi;

/** A month alone under its year is a period, no category. */
const BARE_MONTHS = new RegExp(`\\b${MONTH}(?![a-z])`, 'gi');

/** Reads the meaning of one column from its stacked header texts. */
export function readColumn(index: number, header: readonly string[]): Column {
  const text = normalise(header.join(' ')).replace(/(\d{1,2}) (st|nd|rd|th)\b/g, '$1$2');
  const periods = findPeriods(text);
  const words = withoutPeriods(text, periods);
  const role = roleOf(text.replace(/\s+/g, ' ').trim(), words.trim());
  return {
    index,
    header,
    role,
    periods,
    previous:
      /\bprevious\b|\bprior\b|\blast year\b|\bbaseline\b|\bpreceding\b|\bcomparator\b/i.test(words) &&
      role !== 'change',
    ...unitAndScale(words),
    area: areaOfHeader(header),
    direction: directionOfHeader(text),
    isVariance: /\bvariance\b|\b(?:under|over)spend|\bvs\.? (?:budget|target)|\bagainst (?:budget|target)/i.test(text),
    name: nameOf(header),
    residue: words.replace(RATE, ' ').replace(BARE_MONTHS, ' ').replace(ROLE_RESIDUE, ' ').replace(/\s+/g, ' ').trim(),
  };
}

/** The lowest header that says something, without the unit it is measured in. */
function nameOf(header: readonly string[]): string {
  const parts = header.map((part) =>
    withoutPeriods(normalise(part), findPeriods(part))
      .replace(/\((?:%|secs?|mins?|£m?|£?000s?|no\.?|number)\)|£\s?m\b|£\s?'?000s?|(?<![\d,])000s/gi, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  );
  return parts.findLast((part) => /[A-Za-z]{3}|^(?:999|101)$/.test(part)) ?? '';
}

/** A period's own words may hold the word that tells ("annual change to June 2019"): all of the header is looked at. */
function roleOf(text: string, rest: string): ColumnRole {
  if (/^%$/.test(rest)) return 'percent';
  for (const [role, pattern] of ROLE_WORDS) if (pattern.test(text)) return role;
  return 'level';
}

function unitAndScale(words: string): { unit: string | null; scale: number } {
  const thousands = /£\s?'?000s?|£\s?k\b|\('?000s?\)|\b000s\b|thousands/i.test(words);
  const millions = /£\s?m(?:illion)?\b|£\s?mn\b|\(m\)|millions/i.test(words);
  const unit = /£/.test(words) ? 'GBP' : unitIn(words);
  return { unit, scale: millions ? 1e6 : thousands ? 1e3 : 1 };
}

function areaOfHeader(header: readonly string[]): Area | null {
  for (const text of [...header].reverse()) {
    const area = areaOfLabel(text);
    if (area) return area;
  }
  return null;
}

function directionOfHeader(words: string): 1 | -1 | null {
  const up = /\bincrease\b|\brise\b|\bgrowth\b/i.test(words);
  const down = /\bdecrease\b|\breductions?\b|\bfall\b/i.test(words);
  return up === down ? null : up ? 1 : -1;
}

/** The text with its periods blanked. */
export function withoutPeriods(text: string, periods: readonly PeriodMention[]): string {
  let rest = text;
  for (const { start, end } of [...periods].reverse()) rest = `${rest.slice(0, start)} ${rest.slice(end)}`;
  return rest;
}
