import { unitIn } from '../figures/units.ts';
import { MONTH } from '../periods/elements.ts';
import type { PeriodMention } from '../periods/expression.ts';
import { findPeriods } from '../periods/find.ts';
import { type Area, areaOfLabel, findAreas, OWN_AREA, withoutTotal } from '../registry/areas.ts';
import { normalise } from '../text/normalise.ts';
import { remember } from '../text/remember.ts';
import { isBand } from './grid.ts';

/** What a header says of the kind of figures under or beside it. */
export type Cue =
  | 'change'
  | 'variance'
  | 'percent'
  | 'share'
  | 'rank'
  | 'target'
  | 'forecast'
  | 'total'
  | 'remark'
  | 'unit';

/** What a text that stands over or beside figures says of them: a column's header, a row's label, a section's title. */
export interface HeaderText {
  /** As printed, on one line. */
  readonly text: string;
  readonly cues: ReadonlySet<Cue>;
  readonly periods: readonly PeriodMention[];
  /** A period and nothing else. */
  readonly isPeriod: boolean;
  /** "previous", "last year", "baseline": the earlier of two periods. */
  readonly previous: boolean;
  /** "this year", "current", "latest": the later of two periods. */
  readonly current: boolean;
  readonly area: Area | null;
  /** "Force", "Total", "All areas": the paper's own area where the others of its axis are areas. */
  readonly isOwnArea: boolean;
  readonly unit: string | null;
  /** Multiplies plain numbers: 1,000,000 under "£m". */
  readonly scale: number;
  /** The sign that "reduction" or "increase" gives to unsigned changes. */
  readonly direction: 1 | -1 | null;
  /** The words without periods, footnote marks, remarks and units in brackets: what it is called. */
  readonly name: string;
  /** What of the name is left beside the words that only tell period or kind: a part of the measure; "" where nothing is. */
  readonly category: string;
}

const CUES: readonly (readonly [Cue, RegExp])[] = [
  [
    'remark',
    /^(?:comments?|narrative|rag(?: status| rating)?|status|commentary|notes?|source|owner|lead|trend|direction(?: of travel)?|rating|grade|action|position in year|explanation)$/i,
  ],
  ['unit', /^units?(?: of measure(?:ment)?)?$/i],
  ['rank', /\brank(?:ing|ed)?\b|\bposition\b(?! (?:at|as))|\bplace\b/i],
  ['target', /\b(?:targets?|aims?|ambition|goal|milestone)\b|^(?:plan|planned level|plan level|threshold|sla)$/i],
  [
    'change',
    /\bchanges?\b|\bdiff(?:erence)?\b|\+\s?\/\s?-|^\W*(?:%|per ?cent(?:age)?)?\s*(?:increase|decrease|reduction)s?\b|\b(?:increase|decrease|reduction)(?:\s*[/(&]|\s+or\s+)|\bmovement\b|\bvariation\b|\bversus\b|\bvs?\b\.?|\bcompar(?:ed|ison)\b|\bsince\b.*%/i,
  ],
  [
    'variance',
    /\bvariance\b|\bgap (?:to|from|between)\b|\bdistance (?:from|to)\b|\babove\/below\b|\b(?:under|over)\s?spend|\bvs\.? (?:budget|target)|\bagainst (?:budget|target)/i,
  ],
  ['share', /% of\b|\bproportion\b|\bshare\b|\bpercentage of\b|% (?:of )?total/i],
  ['forecast', /\bforecast\b|\bprojected\b|\bprojection\b|\bestimated?\b/i],
  ['total', /^(?:grand |overall |sub-?)?totals?\b|^(?:full |whole )?year$/i],
];

/** Words of a cell that say how a figure beside it is, better or worse, over or under, and are no part of a name. */
export function isState(text: string): boolean {
  return /^(?:in[- ]?line|above|below|better|worse|similar|green|amber|red|improving|declining|deteriorating|stable|no change|o(?:n|ff) target|(?:not )?met)$/i.test(
    text,
  );
}

/** Words of a header that tell period, kind or unit, and no part of the measure. */
const NO_CATEGORY =
  /\b(?:in[ -]year performance|performance versus|previous equivalent period|(?:previous|prior|same|current|this|last|latest) (?:(?:12|twelve|3|three|6|six)[ -]months? periods?|years?|periods?|quarters?|months?|performance|position)|(?:12|twelve|3|three|6|six)[ -]months? periods?|earlier|later|period|performance|versus|vs\.?|v\.?|changes?|variance|differences?|diff|annual|actual|numeric|number|count|volume|totals?|value|baseline|figures?|latest|previous|current|year on year|year-on-year|in year|results?|level|aims?|by|rank(?:ing)?|position|place|targets?|forecast|rolling|to date|ytd|fytd|financial year|fy|years?|quarter|compar(?:ed|ison)(?: to| with)?|per ?cent(?:age)?|percentage|amount|pp|ppts?|no|data|increases?|decreases?|reductions?|movements?|ending|ended|end|recorded|pt|pts|points?|date|difference|and|in|of|to|the|for|from|on|by|with|at|or|v)\b|[%£#+/()<>&,.:;'*-]|\b(?:000s|000|millions?|m|k|secs?|mins?|hrs?|minutes|seconds|hours|days)\b/gi;

/** "Per 1,000 residents" is a unit, no category. */
const RATE =
  /(?:\brate\s+)?\bper\s+(?:[\d,]+|thousand|head)(?:\s+(?:of\s+)?(?:the\s+)?(?:residents?|pop(?:ulation)?|people|persons|households|inhabitants))?/gi;

/** A month alone under its year is a period, no category. */
const BARE_MONTHS = new RegExp(`\\b${MONTH}(?![a-z])`, 'gi');

/** Reads one header, label or title of a table. */
export const readHeaderText: (text: string) => HeaderText = remember((printed) => {
  const text = normalise(printed)
    .replace(/(\d{1,2}) (st|nd|rd|th)\b/g, '$1$2')
    .replace(/\s+/g, ' ')
    .trim();
  const periods = findPeriods(text.replace(ASIDE, (aside) => ' '.repeat(aside.length)));
  const words = withoutPeriods(text, periods);
  const cues = new Set(CUES.filter(([, pattern]) => pattern.test(text) || pattern.test(words)).map(([cue]) => cue));
  if (/^\W*(?:%|per ?cent(?:age)?)\W*$/i.test(words)) cues.add('percent');
  const whole = nameOf(words);
  const { area, name } = withArea(whole);
  return {
    text,
    cues,
    periods,
    isPeriod: periods.length > 0 && words.replace(PERIOD_WORDS, '') === '',
    previous: /\bprevious\b|\bprior\b|\blast year\b|\bbaseline\b|\bpreceding\b|\bcomparator\b|\bearlier\b/i.test(text),
    current: /\bcurrent\b|\bthis year\b|\blatest\b|\blater\b|\bin[ -]year\b/i.test(text),
    area,
    isOwnArea: OWN_AREA.test(name.toLowerCase()),
    unit: unitOf(words),
    scale: scaleOf(words),
    direction: directionOf(text),
    name,
    category: area !== null && /^(?:group\s+)?(?:averages?|mean|median)$/i.test(name) ? '' : categoryOf(name),
  };
});

/** "(recorded since April 2015)": a remark's period is none of the figures. */
const ASIDE = /\([^()]*\b(?:since|introduced|only|from|excl\w*|incl\w*)\b[^()]*\)/gi;

const PERIOD_WORDS = /[\W_]+|\b(?:total|year|fy|ending|ended|end|to|the|period|at|as|ytd|q[1-4]|date)\b/gi;

/** What is left of a name is a category where it has a word in it. */
function categoryOf(name: string): string {
  const rest = name.replace(RATE, ' ').replace(BARE_MONTHS, ' ').replace(NO_CATEGORY, ' ').replace(/\s+/g, ' ').trim();
  if (isBand(name)) return name;
  return /[A-Za-z]{2}/.test(rest) && !/^\W*q[1-4]\W*$/i.test(rest) ? rest : '';
}

/** "F01 Avon and Somerset": a code before a name. */
const CODE = /^[A-Z]\d{1,8}\s+/;

/** "Victim satisfaction: North Somerset", "Burglary (Kent)": an area that one part of a label names, and the other part. */
function withArea(name: string): { area: Area | null; name: string } {
  const whole = areaOfLabel(name) ?? areaOfLabel(name.replace(CODE, ''));
  if (whole) return { area: whole, name };
  const [first] = findAreas(name);
  const leads = first?.entry.kind === 'division' && withoutTotal(name) === withoutTotal(name.slice(first.start));
  if (first && leads && /^\s+[A-Za-z]/.test(name.slice(first.end)))
    return { area: { ...first.entry, label: withoutTotal(first.entry.label) }, name: name.slice(first.end).trim() };
  const parts = /^(.+?)\s*(?::|\s[-\u2013]\s|\()\s*([^()]+?)\)?$/.exec(name);
  if (!parts) return { area: null, name };
  const [before, after] = [parts[1]!, parts[2]!];
  const last = areaOfLabel(after);
  if (last) return { area: last, name: before };
  const led = areaOfLabel(before);
  return led ? { area: led, name: after } : { area: null, name };
}

const REMARK_WORDS =
  'only|introduced|since|from|source|data|note|notes|excl|incl|as at|as of|rolling|ytd|target|baseline|lower is better|higher is better|to fall|to rise';
/** Brackets that hold a remark, a bound, a mark or a unit, and are no part of a name. */
const BRACKET = new RegExp(
  `\\((?:[^()]*\\b(?:${REMARK_WORDS})\\b[^()]*|\\s*[<>]?\\s*[\\d.]+\\s*\\w*\\s*|\\W*|\\s*(?:in\\s+)?(?:secs?|seconds|mins?|minutes|hrs?|hours|days|number|no\\.?|count|£\\s?m?|£?000s?|%|percent(?:age)?|m|n|pp|ppts?|percentage points)\\s*)\\)`,
  'gi',
);

function nameOf(words: string): string {
  return withoutNestedBrackets(words)
    .split(/\s(?:Taken from\b|Source:|Data source\b|NB:|Note:|(?:[A-Z]+ )?data (?:is|are)\b)/i)[0]!
    .replace(BRACKET, ' ')
    .replace(/£\s?m(?:illion)?\b|£\s?'?000s?|(?<![\d,])000s|\bin £(?:m|000s?)?/gi, ' ')
    .replace(/\*+\s*\*.*$|(?<=\w)[*†‡^\u00b9\u00b2\u00b3]+(?:\s.*)?$|^[%#*]+\s*/g, ' ')
    .replace(/^\s*(?:%|percentage|proportion)\s+of\s+/i, ' ')
    .replace(/^[\s\-:•]*(?:of which|less|plus|add)\b\s*:?/i, ' ')
    .replace(/\(\s*\)/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^\d{1,2}[.)]\s+(?=[A-Z])/, '')
    .replace(/^(?:table|figure|chart|appendix|annex)\s+[\w.]+\s*[:.-]+\s*/i, '')
    .replace(/^[\s\-:;,.•]+|[\s\-:;,]+$/g, '')
    .trim();
}

/** "(between (London Borough of Islington))": what is left of a bracket within a bracket whose period was taken out. */
function withoutNestedBrackets(words: string): string {
  return words.replace(/\((?:\s|\b(?:between|from|to|and|in|for)\b|[-\u2013,])*(\([^()]*\))\s*\)/gi, ' $1 ');
}

function unitOf(words: string): string | null {
  if (/£/.test(words)) return 'GBP';
  const unit = unitIn(words.replace(/% (?:change|diff\w*|increase|decrease|variance)/i, '%'));
  return unit ?? (/\bper ?head\b.*\b1,?000\b|\bper\s+1,?000\b/i.test(words) ? 'per-1000' : null);
}

function scaleOf(words: string): number {
  if (/£\s?'?m(?:illion)?\b|£\s?mn\b|\(m\)|\bmillions?\b/i.test(words)) return 1e6;
  return /£\s?'?000s?|£\s?k\b|\('?000s?\)|\b000s\b|\bthousands\b/i.test(words) ? 1e3 : 1;
}

function directionOf(text: string): 1 | -1 | null {
  const up = /\bincrease\b|\brise\b|\bgrowth\b/i.test(text);
  const down = /\bdecrease\b|\breductions?\b|\bfall\b/i.test(text);
  return up === down ? null : up ? 1 : -1;
}

/** The text with its periods blanked. */
export function withoutPeriods(text: string, periods: readonly PeriodMention[]): string {
  let rest = text;
  for (const { start, end } of [...periods].reverse()) rest = `${rest.slice(0, start)} ${rest.slice(end)}`;
  return rest;
}
