import { DIRECTION_WORD, directionOf } from '../../registry/directions.ts';
import { LEVEL, type Role, type RoleRule, type Sign } from '../role.ts';
import { leftOf, rightOf, type Scan } from '../scan.ts';

/** "a target to reach 90%", "aiming for 87%". */
const AIMED_AT =
  /\btargets?\s(?:(?:was|is)\s)?to\s(?:reach|achieve|meet|attain|answer|attend|respond\sto)\s(?:at\sleast\s)?$|\baim(?:s|ed|ing)?\s(?:for|at)\s(?:an?\s)?$/i;
const TARGET_LEFT =
  /\b(?:SLA|KPI)\s*(?:of|is|was|[:=])?\s*$|\btargets?(?:ed)?(?:\s+(?:time|figure|level|for\s+[^.;]{0,30}?))?\s*(?:of|is|was|being|set\s+at|at|to|[:=(-])?\s*(?:achieving\s+|reaching\s+|attaining\s+)?(?:[<>≤≥]|a\s+|(?:less|fewer|more)\s+than|at\s+(?:most|least)|no\s+more\s+than|under|over|within|up\s+to)?\s*$|\b(?:will|to|aims? to|aiming to|plans? to|planned to|would) (?:recruit|employ|appoint|hire)\s*(?:a\s+|an\s+)?(?:further\s+|additional\s+|extra\s+)*$|\brecruit(?:ment|ing)?\b[^.;]{0,25}\s(?:of|for)\s*(?:a\s+|an\s+)?(?:further\s+|additional\s+|extra\s+)*$|\b(?:bring|take|raise|increase)\w*\s[^.;]{0,50}\s(?:up\s+)?to\s*$|\b(?:aim|ambition|goal|commitment|pledge)\b[^.;]{0,40}$/i;
const TARGET_RIGHT = /^\s*(?:(?:\w+\s+)?target\b|(?:[a-z]+\s+)?(?:planned|required|budgeted)\s+(?:for|by)\b)/i;
/** "999 answering was above target: 90.8%" tells a level. */
const AGAINST_TARGET =
  /\b(?:above|below|exceed\w*|met|meet\w*|within|miss\w*|under|over|on|short of|beyond)\s+(?:the\s+|its\s+|our\s+)?targets?\b(?!\s+(?:time\s+|figure\s+)?of)[^.;]{0,10}$/i;
/** Money "to recruit" or "to raise" is spent, not aimed at; "a target of £3.1m" is. */
const TARGET_OF = /\btargets?\s+(?:of|is|was)\s*$/i;
const FUTURE = /\b(?:will|would|further|planned|plan|aims?|target|to be|recruitment)\b/i;
const FORECAST_LEFT =
  /\b(?:forecasts?|projected|projections?|predict(?:ed|s|ions?)?|anticipated|anticipates?|expected to|estimated that|estimates? that|on course|on track for|will represent|will (?:rise|fall|increase|decrease|reach|be around|go up|go down|grow)|would have (?:grown|risen|fallen)|would (?:represent|be required)|is likely to|are likely to|could (?:reach|rise))\b[^;]*$/i;

/** "Milestone target: To exceed an 86% level", "the aim is 87%". */
const TARGET_LABEL =
  /^[^.;]{0,120}\b(?:target|milestone|aim|ambition|goal)s?\b(?:\s+for [^:]{0,40})?(?:\s+this year|\s+for the year)?(?:\s*:|\s+is|\s+was|\s+of)\s*(?:to\s+)?(?:[a-z]+\s+){0,5}$/i;

/** An item of a list of plans: "Recruit 46 officers by March". */
const IMPERATIVE =
  /^(?:to\s+)?(?:recruit|keep|reduce|answer|achieve|bring|cut|increase|deliver|hold|maintain|appoint|train|open|raise|save|complete|attend|reach|limit|hire|employ|improve|ensure|have)\b/i;

/** "Reduce burglary by 1% each year": an order to change. */
const ORDERED_CHANGE =
  /^\W*(?:[a-z0-9]{1,3}[).]\s+)?(?:to\s+)?(reduce|cut|decrease|lower|increase|raise|improve)\s[^.;,]{3,90}\sby\s+(?:at\s+least\s+)?$/i;

/** An item of such a list that is a change: "40% reduction in casualties". */
const AIMED_CHANGE = /^\W*\d[\d.,]*\s?(?:%|per cent)?\s([a-z]+)\s(?:in|of)\b/i;

/** "(Target <15 mins)", "will recruit 25", "recruitment of an additional 6,000", "to bring the team up to 60". */
export const target: RoleRule = {
  name: 'target',
  read: (scan, index, before, { planned: listed }) => {
    const figure = scan.figures[index]!;
    const change = targetOfChange(scan, index, before);
    if (change) return change;
    if (
      before[index - 1]?.statistic === 'target' &&
      NEXT_TARGET.test(leftOf(scan, index)) &&
      figure.unit === scan.figures[index - 1]!.unit
    )
      return TARGET;
    const ordered = index === 0 ? ORDERED_CHANGE.exec(scan.text.slice(0, figure.qualifierStart))?.[1] : undefined;
    const order = ordered ? directionOf(ordered) : null;
    if (order && figure.unit === 'percent') return changeAimedAt({ direction: order, from: 'word' });
    if (listed && index === 0 && IMPERATIVE.test(scan.text)) return TARGET;
    const aimed = listed && index === 0 ? AIMED_CHANGE.exec(scan.text)?.[1] : undefined;
    const direction = aimed ? directionOf(aimed) : null;
    if (direction) return changeAimedAt({ direction, from: 'word' });
    if (
      index === 0 &&
      figure.unit === 'percent' &&
      TARGET_LABEL.test(scan.text.slice(0, figure.qualifierStart)) &&
      !AGAINST_TARGET.test(scan.text.slice(0, figure.start))
    )
      return TARGET;
    const left = scan.text.slice(index > 0 ? scan.figures[index - 1]!.unitEnd : 0, figure.start);
    const planned = TARGET_LEFT.test(left) || AIMED_AT.test(left) || TARGET_RIGHT.test(rightOf(scan, index));
    if (!planned || (figure.unit === 'GBP' && !TARGET_OF.test(left)) || AGAINST_TARGET.test(left)) return null;
    const decided =
      /\btarget|\bSLA\b|\bKPI\b|\baiming\b/i.test(left) ||
      TARGET_RIGHT.test(rightOf(scan, index)) ||
      FUTURE.test(scan.text.slice(0, figure.start));
    return decided ? TARGET : null;
  },
};

/** A level that is aimed at. */
const TARGET: Omit<Role, 'rule'> = { ...LEVEL, statistic: 'target' };

/** A change that is aimed at. */
function changeAimedAt(sign: Sign): Omit<Role, 'rule'> {
  return { ...TARGET, sign, ofChange: true };
}

/** "the aim is 87% by year end, then 87.4% in 2017". */
const NEXT_TARGET =
  /^[^.;]{0,20}(?:,\s*then|,?\s*rising\s+to|\band\s+then)\s+$|^\s*(?:by|in|for|this|next)\s[^.;,]{0,30}\sand\s+$/i;

const AIM = '(?:target|priority|aim|objective|ambition|goal|commitment|pledge)s?';
/** "the priority of cutting burglary by 13%", "the aim to reduce harm by 5%". */
const AIM_TO_CHANGE = new RegExp(
  `\\b${AIM}\\s+(?:(?:is|was)\\s+)?(?:of|to|for)\\s+(${DIRECTION_WORD})\\b[^.;\\d]{0,60}\\sby\\s+(?:at\\s+least\\s+)?$`,
  'i',
);
/** "down by 10.7% against a target of 5%", "(target was a 3% reduction)". */
const TARGET_BESIDE = /^[^.;]{0,30}\b(?:target|aim|goal)(?:\s(?:of|was|is)|:)?\s(?:an?\s)?$/i;

/** A target that a change was held against, or that is itself one: its sign is that of the change. */
function targetOfChange(scan: Scan, index: number, before: readonly Role[]): Omit<Role, 'rule'> | null {
  const figure = scan.figures[index]!;
  const word = AIM_TO_CHANGE.exec(scan.text.slice(0, figure.qualifierStart))?.[1];
  const followsTarget = TARGET_BESIDE.test(leftOf(scan, index));
  const right = followsTarget ? CHANGE_RIGHT.exec(rightOf(scan, index))?.[1] : undefined;
  const printed = word ?? right;
  const direction = printed ? directionOf(printed) : null;
  const beside = before[index - 1];
  const isBeside = followsTarget && beside?.statistic === 'change' && figure.unit === scan.figures[index - 1]!.unit;
  const sign = direction ? ({ direction, from: 'word' } as const) : isBeside ? beside.sign : null;
  return sign ? changeAimedAt(sign) : null;
}

const FALLS = new RegExp(`\\b(${DIRECTION_WORD})\\s+(?:by|of)?\\s*$`, 'i');
const CHANGE_RIGHT = new RegExp(`^\\s*(?:[a-z-]+\\s+){0,2}?(${DIRECTION_WORD})\\b`, 'i');
const WORSE_OFF = /^\s*(?:\w+\s+)?(worse|smaller|lower|less|better|larger|higher)\s+(?:off\s+)?than/i;

/** "£0.17m less than at the half year" is measured, though the sentence goes on to a forecast. */
const COMPARES = /^\s*(?:more|less|fewer|higher|lower)\s+than\b/i;

/** "forecasts that crime will fall by 4%", "will represent a 70% increase", "projections estimated". */
export const forecast: RoleRule = {
  name: 'forecast',
  read: (scan, index) => {
    const left = scan.text.slice(0, scan.figures[index]!.start);
    const clause = left.slice(Math.max(left.lastIndexOf(';'), left.lastIndexOf('. ')) + 1);
    if (!FORECAST_LEFT.test(clause) && !isFutureState(scan, index)) return null;
    if (/\bfrom\s*(?:the\s+)?$/i.test(left) || COMPARES.test(rightOf(scan, index))) return null;
    if (scan.figures[index]!.unit === 'GBP' && !/forecast|project|predict|expected|anticipated|estimated/i.test(clause))
      return null;
    const direction = forecastDirection(scan, index);
    return {
      statistic: 'forecast',
      sign: direction ? { direction, from: 'word' } : null,
      earlier: false,
      notes: [],
      ofChange: direction !== null,
    };
  },
};

function isFutureState(scan: Scan, index: number): boolean {
  return (
    WORSE_OFF.test(rightOf(scan, index)) &&
    /\b(?:will|would) be\b/i.test(scan.text.slice(0, scan.figures[index]!.start))
  );
}

function forecastDirection(scan: Scan, index: number) {
  const right = rightOf(scan, index);
  const off = WORSE_OFF.exec(right)?.[1];
  if (off) return /better|larger|higher/i.test(off) ? ('up' as const) : ('down' as const);
  const word = FALLS.exec(leftOf(scan, index))?.[1] ?? CHANGE_RIGHT.exec(right)?.[1];
  return word ? directionOf(word) : null;
}

const PROPOSED =
  /\b(?:will be able to|able to|backed|would be (?:happy|willing|prepared)|happy to pay|propos\w+|support\w* an|consult\w*|willing to pay|flexibility to|allow\w*|referendum|cap of)\b/i;

/** "a rise of at least £10 a year" that was proposed or allowed: an amount decided on, not a measured change. */
export const proposedAmount: RoleRule = {
  name: 'proposed-amount',
  read: (scan, index) => {
    const figure = scan.figures[index]!;
    return figure.unit === 'GBP' && figure.sign === null && PROPOSED.test(scan.text.slice(0, figure.start))
      ? (LEVEL as Omit<Role, 'rule'>)
      : null;
  },
};
