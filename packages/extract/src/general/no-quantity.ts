import { LINKS } from '../figures/find.ts';
import { findPeriods } from '../periods/find.ts';
import type { GeneralNumber } from './numbers.ts';

const MONTH =
  '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)';

/** Stretches whose numbers are dates, times, links and scores. */
const STRETCHES: readonly RegExp[] = [
  /\b\d{4}-\d{2}-\d{2}(?:T[\d:.]+Z?)?/g,
  LINKS,
  new RegExp(`\\b${MONTH}\\.?\\s+\\d{1,2}(?:st|nd|rd|th)?(?![\\d,.]*\\d|\\s?%)(?:,?\\s+\\d{4})?`, 'g'),
  new RegExp(`\\b\\d{1,2}(?:st|nd|rd|th)?\\s+(?:of\\s+)?${MONTH}\\b(?:\\s+\\d{4})?`, 'g'),
  new RegExp(`\\b${MONTH}\\s+\\d{4}\\b`, 'g'),
  /\b\d{1,2}[:.]\d{2}\s?(?:am|pm|a\.m\.|p\.m\.)|\b\d{1,2}:\d{2}(?::\d{2})?\b|\b\d{1,2}\s?(?:am|pm|a\.m\.|p\.m\.)/gi,
  /(?<![\d-])\d{1,2}-\d{1,2}(?!\s?(?:%|per\s?cent|pc|year|month|week|day|hour|minute|inch|mile|[A-Z]?[a-z]*s\b)|[\w-])/g,
  /\b\d+(?:st|nd|rd|th)\b/gi,
];

/** Words before a number that it is a name of. */
const NAMED =
  /\b(?:categor(?:y|ies)|types?|grades?|no\.?|number|chapters?|pages?|levels?|class|stages?|phases?|rounds?|steps?|sections?|versions?|games?|groups?|rooms?|channels?|routes?|series|episodes?|tiers?|zones?|gates?|flights?|top|bottom|formula|article|season|mark|sub|under|over-)[\s-]$/i;
const YEAR = /^(?:1[5-9]|20)\d\d$/;
const YEAR_BEFORE =
  /\b(?:in|since|from|until|till|by|of|to|and|during|before|after|early|late|mid|year|years|season|through|for|between|than|fiscal|summer|winter|spring|autumn|the)[\s-]$/i;
/** "in 2019 robberies" names a year, "to 2000 hires" does not. */
const COUNTED_YEAR_BEFORE = /\b(?:in|since|by|during|until|fiscal|season|early|late)[\s-]$/i;
/** Sentences may begin with these in capitals, and numbers after them are no names. */
const OPENING =
  /^(?:About|Over|At|The|In|Some|Only|Just|These|More|Almost|With|For|From|Of|Nearly|And|But|Or|A|An|After|Before|Around|Between|By|Up|Under|Roughly|Approximately|All|Those|Its|Their|Our|His|Her|To|On|As|That|When|While|Then|There|Now|We|They|He|She|It|I|Another|Further|Additional|Most|Least|Last|Next|Every|Both|Of)$/;
const ONE_BEFORE =
  /\b(?:no|any|every|this|that|which|another|each|only|last|first|next|other|some|such|the|new|big|not)\s$/i;
const ONE_AFTER =
  /^\s(?:another|by|or|and|that|who|which|can|could|is|was|has|had|might|would|will|may|should|in|to|at|for|on|with|from|as|being|day|time|way|thing|more|else)\b|^[\s]*[.,;:)'"-]|^$/i;

/** Which numbers of a sentence state no quantity: dates, years, names with numbers, "one" as a pronoun. */
export function statesQuantity(text: string, numbers: readonly GeneralNumber[]): GeneralNumber[] {
  const stretches = [
    ...STRETCHES.flatMap((pattern) =>
      [...text.matchAll(pattern)].map(({ 0: { length }, index }) => [index, index + length]),
    ),
    ...findPeriods(text)
      .filter(({ expression }) => expression.kind !== 'relative')
      .map(({ start, end }) => [start, end]),
  ] as [number, number][];
  return numbers.filter(
    (number) =>
      !stretches.some(([start, end]) => isPartOf(number, start, end)) &&
      !isName(text, number) &&
      !isYear(text, number) &&
      !isPronoun(text, number),
  );
}

/** A number with a unit is part of a stretch only where the unit is too: "5-10 kg" is no score. */
function isPartOf(number: GeneralNumber, start: number, end: number): boolean {
  if (number.unit !== null) return number.start >= start && number.unitEnd <= end;
  return number.start < end && number.end > start;
}

function isYear(text: string, { start, end, text: printed, unit }: GeneralNumber): boolean {
  const [before, after] = [text.slice(0, start), text.slice(end)];
  if (YEAR.test(printed) && /^s\b/.test(after)) return true;
  if (unit !== null || !YEAR.test(printed) || /average of\s$/i.test(before)) return false;
  if (/^\s[a-z]+s\b/.test(after)) return COUNTED_YEAR_BEFORE.test(before);
  const isRange = /^\s?(?:-|–|to)\s?\d[\d,.]*\s?[a-z]/i.test(after);
  return !isRange || YEAR_BEFORE.test(before);
}

function isName(text: string, { start, end, form, unit }: GeneralNumber): boolean {
  const before = text.slice(0, start);
  if (form === 'fraction') return /\b(?:first|second|latter|last|other|half)\s(?:and\s)?$/i.test(before);
  if (unit !== null) return false;
  if (/^0\d/.test(text.slice(start, end)) || /\b[a-z]+[A-Z]\w*\s$/.test(before) || /-$/.test(before)) return true;
  if (/[A-Z]\w+,\s$/.test(before) && /^,/.test(text.slice(end))) return true;
  if (NAMED.test(before) && !/^\s[a-z]+s\b/.test(text.slice(end))) return true;
  if (/[#/&]$/.test(before)) return true;
  const [, word] = /(?:^|\s|[("'])([A-Z][\w&'.-]*)[\s-]$/.exec(before) ?? [];
  if (form !== 'digits' || word === undefined || OPENING.test(word)) return false;
  return true;
}

function isPronoun(text: string, { start, end, text: printed, unit }: GeneralNumber): boolean {
  if (!/^one$/i.test(printed) || unit !== null) return false;
  const after = text.slice(end);
  return ONE_BEFORE.test(text.slice(0, start)) || ONE_AFTER.test(after) || /^\s\d/.test(after);
}
