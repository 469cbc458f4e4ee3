import { findAreas } from '../registry/areas.ts';
import { DIRECTION_WORD, directionOf } from '../registry/directions.ts';
import { labelOf } from '../registry/label.ts';
import { exactMeasure, findMeasures, type Measure, measureOfLabel } from '../registry/measures.ts';
import { isWord } from '../text/lexicon.ts';
import { countedNoun } from './composed-label.ts';
import { type MeasureReading, type NamedMeasure, tidy, words } from './named-measure.ts';
import { nounPhraseAt } from './phrases.ts';
import { bracketAt, type Scan } from './scan.ts';

/**
 * What a change is of where the construction itself says so: "a fall of 33% (269) in robbery offences", "a 26% fall in
 * fraud", "crime in the county dropped by 8%", "robbery (-20%)". Null where none of these stands.
 */
export function nameByConstruction(reading: MeasureReading): NamedMeasure | null {
  const { scan, index, role } = reading;
  const item = countedNoun(reading) === '' && scan.figures[index]!.unit !== 'GBP' ? labelOfItem(scan, index) : null;
  if (item) return nameOf(item);
  if (role.statistic !== 'change') return null;
  const phrase =
    respective(scan, index) ??
    comparedNoun(scan, index) ??
    participleSubject(scan, index) ??
    behindNoun(scan, index) ??
    beforeNoun(scan, index) ??
    beforeBracket(scan, index) ??
    gapped(scan, index) ??
    subjectOfVerb(scan, index);
  return phrase === null ? null : nameOf(phrase);
}

/** "Vehicle crime; 445 (down 34.8%)", "Customer satisfaction 85.6%": the label that a line begins with. */
function labelOfItem(scan: Scan, index: number): Phrase | null {
  const first = scan.figures[0]!;
  const label = scan.text.slice(0, first.qualifierStart);
  const match = /^[\s\u2022*·-]*(?<what>[A-Z][\w'/&() -]{2,60}?)\s*(?<mark>[;:]|\s-|\u2013)?\s*$/.exec(label);
  if (!match) return null;
  const what = match.groups!.what!;
  const words = what.split(/\s+/);
  const isWhole = /^\s*[.)]?\s*$/.test(scan.text.slice(first.unitEnd)) && index === 0;
  const isMarked = match.groups!.mark !== undefined;
  if (
    !(isMarked || isWhole) ||
    words.length > 7 ||
    words.some((word) => isWord(word, 'auxiliaries')) ||
    words.slice(1).some((word) => isWord(word, 'verbs')) ||
    isWord(words.at(-1)!, 'prepositions') ||
    scan.periods.some(({ start }) => start < first.start)
  )
    return null;
  if (NO_LABEL.test(what) || findAreas(what).some(({ start, end }) => end - start >= what.length - 2)) return null;
  return { start: match.index + match[0].indexOf(what), text: what.trim() };
}

const NO_LABEL =
  /^(?:it|this|that|these|they|there|he|she|we|you|who|which|of|in|on|at|by|for|from|to|with|as|target|note|total|aim|overall|figure|table|source|ref|page|date|telephone|increase|decrease|up|down)\b/i;

const NOUN =
  '(?:increases?|rises?|reductions?|decreases?|falls?|drops?|growth|declines?|uplift|cuts?|improvements?|deteriorations?|surge|jump|dip|changes?)';
/** "(…) in NP", behind a figure, its bracket and the noun of change. */
const BEHIND = new RegExp(
  `^\\s*(?:\\([^()]*\\)\\s*)?(?:(?:[a-z-]+\\s+){0,2}${NOUN}\\s+)?(?:in|for)\\s+(?:the\\s+)?(?:number of\\s+|volume of\\s+|level of\\s+|total\\s+number\\s+of\\s+)?`,
  'i',
);
const NOUN_OF = new RegExp(`\\b${NOUN}\\s+(?:of|was|is|by)\\s+(?:only\\s+|just\\s+)?$`, 'i');
const FIGURE_NOUN = new RegExp(`^\\s*(?:\\([^()]*\\)\\s*)?(?:[a-z-]+\\s+){0,2}${NOUN}\\s+(?:in|for)\\s`, 'i');

/** "a reduction of 15% (452) in domestic burglary", "a 20% (789) drop in theft from a vehicle". */
function behindNoun(scan: Scan, index: number): Phrase | null {
  const first = firstOfPair(scan, index);
  const figure = scan.figures[first]!;
  const right = scan.text.slice(figure.unitEnd);
  const isBehind = NOUN_OF.test(scan.text.slice(0, figure.qualifierStart)) || FIGURE_NOUN.test(right);
  const lead = isBehind ? BEHIND.exec(right) : null;
  return lead ? phraseAt(scan, figure.unitEnd + lead[0].length) : null;
}

/** The figure that the one in a bracket goes with: "(452)" of "15% (452)". */
function firstOfPair(scan: Scan, index: number): number {
  const bracket = bracketAt(scan, scan.figures[index]!.start);
  if (!bracket || index === 0) return index;
  const before = scan.figures[index - 1]!;
  return /^\s*$/.test(scan.text.slice(before.unitEnd, bracket.start)) ? index - 1 : index;
}

const IN_BEFORE = new RegExp(
  `\\b${NOUN}\\s+(?:in|for)\\s+(?:the\\s+)?(?:number of\\s+)?(?<what>[^,;:()]{3,60}?)\\s+(?:of|was|is|by|at)\\s+(?:only\\s+|just\\s+)?$`,
  'i',
);

/** "a drop in sexual offences of 14%", "the increase in robbery was 3%". */
function beforeNoun(scan: Scan, index: number): Phrase | null {
  const figure = scan.figures[firstOfPair(scan, index)]!;
  const match = IN_BEFORE.exec(scan.text.slice(0, figure.qualifierStart));
  if (!match) return null;
  const start = match.index + match[0].indexOf(match.groups!.what!);
  return phraseAt(scan, start);
}

const LIST_ITEM =
  /(?:^\s*|[,;:]\s+(?:and\s+)?|\band\s+|[)]\s+(?:and\s+)?|\b(?:for|in|of)\s+)(?<what>[A-Za-z][\w'/&-]*(?:\s+[\w'/&-]+){0,5}?)\s*\(\s*$/;

/** "robbery (-20%/-2 crimes) and non-domestic burglary (-4%/-6 crimes)": each name stands before its bracket. */
function beforeBracket(scan: Scan, index: number): Phrase | null {
  const bracket = bracketAt(scan, scan.figures[index]!.start);
  if (!bracket) return null;
  const first = scan.figures.findIndex(({ start }) => start > bracket.start);
  const before = scan.figures[first - 1];
  if (before && /^\s*$/.test(scan.text.slice(before.unitEnd, bracket.start))) return null;
  const match = LIST_ITEM.exec(scan.text.slice(0, bracket.start + 1));
  if (!match) return null;
  const words = match.groups!.what!.trim();
  const start = match.index + match[0].indexOf(match.groups!.what!);
  const own = ownPart(words);
  const isName =
    own !== '' && !own.split(/\s+/).some((word) => isWord(word, 'auxiliaries', 'verbs')) && findAreas(own).length === 0;
  return isName ? { start: start + words.length - own.length, text: own } : null;
}

/** The last part of a list item that names something: "reductions in robbery" is robbery. */
function ownPart(words: string): string {
  return words
    .replace(new RegExp(`^.*\\b(?:${NOUN}|${DIRECTION_WORD})\\s+(?:in|of|for|by)\\s+(?:the\\s+)?`, 'i'), '')
    .replace(/^(?:the|total|in)\s+/i, '');
}

/** "41,697 fewer victims of crime": what there is less of, where it is more than a crime. */
function comparedNoun(scan: Scan, index: number): Phrase | null {
  const figure = scan.figures[index]!;
  const lead = /^\s+(?:fewer|less|more|additional|extra)\s+(?=victims\s+of\s)/i.exec(scan.text.slice(figure.unitEnd));
  if (figure.unit !== null || !lead || bracketAt(scan, figure.start)) return null;
  const start = figure.unitEnd + lead[0].length;
  const what = /^victims\s+of\s+[a-z]+(?:\s+crime)?/i.exec(scan.text.slice(start))![0];
  return { start, text: what };
}

const PARTICIPLE_SUBJECT =
  /(?:,|;|\bwith|\band)\s(?:the\s)?(?<what>[A-Za-z][\w' /&-]{2,60}?)\s(?:showing|seeing|recording|having)\s(?:an?\s)?(?:[a-z-]+\s)?(?<noun>[a-z]+)\sof\s$/i;

/** "…, with assault with injury showing a reduction of 22%": the subject of a participle. */
function participleSubject(scan: Scan, index: number): Phrase | null {
  const { qualifierStart } = scan.figures[firstOfPair(scan, index)]!;
  const match = PARTICIPLE_SUBJECT.exec(scan.text.slice(0, qualifierStart));
  const what = match?.groups?.what?.replace(/^.*\b(?:with|and)\s+(?=\w+\s+with\b)/i, '').trim();
  if (!match || !what || directionOf(match.groups!.noun!) === null) return null;
  if (what.split(/\s+/).some((word) => isWord(word, 'auxiliaries'))) return null;
  return { start: match.index + match[0].indexOf(what), text: what };
}

/** "Robbery and burglary saw an 11.5% and 10.9% increase respectively": figures and names in the same order. */
function respective(scan: Scan, index: number): Phrase | null {
  const word = scan.text.search(/\brespectively\b/i);
  const run =
    word < 0 ? [] : scan.figures.filter(({ start, unit }) => start < word && unit === scan.figures[index]!.unit);
  const before = scan.measures.filter(({ end }) => run[0] !== undefined && end <= run[0].start);
  const named = before.filter(({ entry }, at) => before.findIndex((other) => other.entry === entry) === at);
  const at = run.indexOf(scan.figures[index]!);
  const mention = run.length > 1 && named.length === run.length ? named[at] : undefined;
  return mention ? { start: mention.start, text: scan.text.slice(mention.start, mention.end) } : null;
}

/** "Burglary fell by 6.9%: dwellings by 9.9%, other buildings by 5.2%": parts of what the first clause names. */
export function partOfSubject({ scan, index, previous }: MeasureReading): NamedMeasure | null {
  const colon = withoutAsides(scan.text).indexOf(':');
  const figure = scan.figures[index]!;
  if (!previous || colon < scan.figures[0]!.end || colon > figure.start) return null;
  const noun = /(?:[:,;]|\band)\s*(?:the\s+)?(?<what>[a-z][a-z' -]{2,40}?)\s+by\s+(?:only\s+|just\s+)?$/i.exec(
    scan.text.slice(0, scan.figures[firstOfPair(scan, index)]!.qualifierStart),
  )?.groups?.what;
  if (!noun || findMeasures(noun).length > 0 || noun.split(/\s+/).some((word) => isWord(word, 'auxiliaries', 'verbs')))
    return null;
  return words(tidy(`${previous.label.split(' - ')[0]} - ${noun}`));
}

/** "…, and robbery by 640 (-4%)": the verb is that of the figure before, the subject its own. */
function gapped(scan: Scan, index: number): Phrase | null {
  const first = firstOfPair(scan, index);
  if (first === 0) return null;
  const from = scan.figures[first - 1]!.unitEnd;
  const between = scan.text.slice(from, scan.figures[first]!.qualifierStart);
  const match =
    /(?:,\s+(?:and|while|but)|,|;|\band|\bwhile)\s+(?:the\s+)?(?<what>[A-Za-z][\w' /-]{2,50}?)\s+by\s+(?:only\s+|just\s+)?$/i.exec(
      between,
    );
  if (!match || match.groups!.what!.split(/\s+/).some((word) => isWord(word, 'auxiliaries', 'verbs'))) return null;
  return phraseAt(
    scan,
    from + match.index + match[0].indexOf(match.groups!.what!),
    scan.figures[first]!.qualifierStart,
  );
}

const VERB = new RegExp(
  `(?:\\s+(?:has|have|had|is|are|was|were|also|been|being|continued to|still|now|likewise|both|all|each|then|further|again|slightly|significantly|markedly|sharply|came|come|gone|went|already|did|overall|to have))*\\s+(?:${DIRECTION_WORD})\\b`,
  'i',
);
/** A word of direction that begins a subject or qualifies a noun is no verb. */
const NO_VERB =
  /^(?:more|less|fewer|higher|lower|above|below|greater|longer|shorter|better|worse|quicker|faster|slower)$/i;

/** "Neighbourhood crime – vehicle offences, theft and robbery – decreased by 14%": the subject of the verb of change. */
function subjectOfVerb(scan: Scan, index: number): Phrase | null {
  const figure = scan.figures[firstOfPair(scan, index)]!;
  const left = withoutAsides(blankPeriods(scan, 0, figure.qualifierStart));
  const clause = clauseStart(left);
  const text = left.slice(clause);
  const lead =
    /^\s*(?:(?:during|in|over|for|between|across|by|at|since|within|this|so far|nationally|however|overall|on|also|meanwhile|though|although|while|whilst|and|but|that)\b[^,]{0,60},\s+|(?:and|but|while|whilst|though|although|that|where|here)\s+|(?:in|during|for|over|since|by)\s+(?:the\s+)?\s{3,}|\s{3,})*(?:the\s+)?(?:number of\s+|volume of\s+|level of\s+|amount of\s+|total\s+number\s+of\s+|rate of\s+)?/i.exec(
      text,
    )![0];
  const verb = VERB.exec(text.slice(lead.length));
  if (!verb || NO_VERB.test(verb[0].trim().split(/\s+/).at(-1)!) || verb.index > LONGEST_SUBJECT) return null;
  return phraseAt(scan, clause + lead.length, clause + lead.length + verb.index);
}

/** A subject is shorter, in characters. */
const LONGEST_SUBJECT = 90;

/** A stretch of the sentence with its periods blanked, at the same offsets. */
function blankPeriods({ text, periods }: Scan, start: number, end: number): string {
  let blank = text.slice(start, end);
  for (const period of periods) {
    const [from, to] = [Math.max(period.start, start) - start, Math.min(period.end, end) - start];
    if (from < to) blank = blank.slice(0, from) + ' '.repeat(to - from) + blank.slice(to);
  }
  return blank;
}

/** Asides between dashes, and brackets, blanked. */
function withoutAsides(text: string): string {
  return text
    .replace(/\s-\s[^-]{3,100}\s-\s/g, (aside) => ' '.repeat(aside.length))
    .replace(/\([^()]*\)/g, (aside) => ' '.repeat(aside.length));
}

/** Where the clause begins that a text ends in: behind a border whose other side has a subject and a verb. */
function clauseStart(text: string): number {
  let start = 0;
  for (const match of text.matchAll(/[;:]\s+|,?\s+(?:and|but|while|whilst|whereas|although|though)\s+|,\s+/g)) {
    const at = match.index + match[0].length;
    const rest = text.slice(at);
    const verb = VERB.exec(rest);
    const subject = verb ? rest.slice(0, verb.index) : '';
    const isClause = verb !== null && subject.trim() !== '' && subject.length < 60 && !/[,;:]/.test(subject);
    if (/[;:]/.test(match[0]) || isClause) start = at;
  }
  return start;
}

interface Phrase {
  readonly start: number;
  readonly text: string;
}

/** The noun phrase at an offset: the measure that begins there, or the nouns up to the first preposition. */
function phraseAt(scan: Scan, at: number, end = scan.text.length): Phrase | null {
  const lead = /^\s*(?:(?:the|all|its|their|our|recorded|reported|total|overall|both|police)\s+)*/i.exec(
    scan.text.slice(at, end),
  )![0];
  const whole = scan.text.slice(at, end);
  const trimmed = at + lead.length;
  const measure = findMeasures(scan.text.slice(at, end)).find(({ start }) => start <= lead.length);
  const noun = nounPhraseAt(blankPeriods(scan, trimmed, end));
  const text =
    measure && measure.end - lead.length >= noun.length ? scan.text.slice(at + measure.start, at + measure.end) : noun;
  if (
    text === '' ||
    !/[A-Za-z]{3}/.test(text) ||
    isActor(text) ||
    NO_NAME.test(text) ||
    findAreas(text).some((area) => area.end - area.start >= text.length - 4)
  )
    return null;
  return { start: at + whole.indexOf(text), text: leadWords(lead, text) };
}

/** "total crime", "recorded crime": what tells crime from a crime belongs to its name. */
function leadWords(lead: string, text: string): string {
  const kept = /\b((?:recorded|reported|total|overall|all)\s+)$/i.exec(lead)?.[1] ?? '';
  return /^crimes?$/i.test(text) ? kept + text : text;
}

/** "Previously", "annual", "month to": words of time and manner name nothing. */
const NO_NAME =
  /^(?:\w+ly(?!\s+\w+ed\b)|annual|months?|years?|same|this|that|it|period|quarter|figures?|one|own|latest|current)\b|'s (?:annual|own)\b|\bperiod\b/i;

function isActor(text: string): boolean {
  if (/^(?:(?:overall|total|recorded|reported|all)\s+)?crimes?$/i.test(text)) return false;
  const words = text.toLowerCase().split(/\s+/);
  return words.every((word) => isWord(word, 'actors', 'counted', 'determiners', 'conjunctions', 'prepositions'));
}

function nameOf({ text }: Phrase): NamedMeasure {
  const measure = measureOfPhrase(text);
  return { measure, label: measure ? labelOf(measure, text) : tidy(text), by: measure ? 'name' : 'words' };
}

function measureOfPhrase(text: string): Measure | null {
  if (/^(?:(?:overall|total|recorded|reported|all)\s+)?crimes?$/i.test(text)) return exactMeasure('all crime');
  return measureOfLabel(text);
}
