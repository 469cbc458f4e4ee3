import type { Qualifier } from '@scrutineer/model';
import { nounPhraseAt, subjectOf } from '../narrative/phrases.ts';
import type { Role } from '../narrative/role.ts';
import { rolesOf } from '../narrative/roles.ts';
import { scanSentence } from '../narrative/scan.ts';
import { LONGEST, sentencesOf } from '../narrative/sentences.ts';
import { normalise } from '../text/normalise.ts';
import { statesQuantity } from './no-quantity.ts';
import { type GeneralNumber, generalNumbers } from './numbers.ts';

/** A quantity found in a sentence; offsets are half-open UTF-16 code units of the sentence. */
export interface Quantity {
  readonly start: number;
  readonly end: number;
  /** A number, or the two ends of a range. */
  readonly value: number | readonly [number, number];
  /** A unit of measure, else the counted noun; "" for a bare number. */
  readonly unit: string;
  readonly change: 'up' | 'down' | 'equal' | 'about' | 'over' | 'under';
  /** What the quantity is of, in the sentence's own words; "" where they do not tell. */
  readonly measure: string;
}

/**
 * Every quantity of a sentence of any kind, in order: numbers by a general list of units, their direction and bounds by the
 * grammar that reads papers.
 */
export function quantities(text: string): Quantity[] {
  const sentences = text.length > LONGEST ? sentencesOf(text) : [{ start: 0, end: text.length }];
  return sentences.flatMap(({ start, end }) =>
    quantitiesOf(text.slice(start, end)).map((quantity) => ({
      ...quantity,
      start: start + quantity.start,
      end: start + quantity.end,
    })),
  );
}

function quantitiesOf(text: string): Quantity[] {
  const plain = normalise(text);
  const figures = statesQuantity(plain, generalNumbers(plain));
  const scan = { ...scanSentence(text, { start: 0, end: text.length }, { acronyms: new Map(), places: [] }), figures };
  const roles = rolesOf(scan);
  const found: Quantity[] = [];
  for (let index = 0; index < figures.length; index += 1) {
    const figure = figures[index]!;
    const next = figures[index + 1];
    const isRange = next !== undefined && formsRange(plain, figure, next);
    const last = isRange ? next : figure;
    const role = roles[isRange ? index + 1 : index]!;
    found.push({
      start: figure.start,
      end: last.end,
      value: isRange ? [figure.value, next.value] : figure.most === null ? figure.value : [figure.value, figure.most],
      unit: unitOf(plain, last, figures) || (isRange ? unitOf(plain, figure, figures) : ''),
      change: changeOf(role, figure),
      measure: subjectOf(plain.slice(0, figure.qualifierStart)),
    });
    if (isRange) index += 1;
  }
  return found;
}

/** Verbs after which "from 5 to 7" is a change of one value and no range. */
const CHANGES =
  /\b(?:rose|rise|risen|fell|fall|fallen|increas\w+|decreas\w+|grew|grown|dropped|drop|cut|up|down|went|moved|climbed|jumped|reduced|improved|slipped|raised|lowered|gone)\b[^.;]*\bfrom\s[^.;]*$/i;

/** "5 to 7 per cent", "between $160m and $171m", "three or four years", "5-10W". */
function formsRange(text: string, first: GeneralNumber, second: GeneralNumber): boolean {
  const between = text.slice(first.unitEnd, second.start);
  if (first.most !== null || second.most !== null || first.form === 'fraction') return false;
  const sameUnit = first.unit === null || first.unit === second.unit || second.unit?.startsWith(`${first.unit} per`);
  if (!sameUnit || Math.abs(first.value) > Math.abs(second.value)) return false;
  const before = text.slice(0, first.qualifierStart);
  if (first.unit !== null && /\bby\s$/i.test(before)) return false;
  if (/^\s?[-–]\s?$/.test(between)) return true;
  if (/^\s(?:to|or)\s$/.test(between))
    return second.unit !== null || first.unit === null ? !CHANGES.test(before) : false;
  return /^\sand\s$/.test(between) && /\bbetween\s$/i.test(before);
}

function unitOf(text: string, figure: GeneralNumber, figures: readonly GeneralNumber[]): string {
  if (figure.unit !== null) return figure.unit;
  const after = figures.find(({ start }) => start > figure.start);
  return countedNoun(text.slice(figure.unitEnd, after?.start ?? text.length), figure);
}

const PLURAL = /(?:[^s]s|people|men|women|children|mice|feet|teeth|police|staff)$/i;
/** Most words of a counted noun: two adjectives and the noun. */
const MOST_WORDS = 4;

/** The noun that a number counts, up to its plural: "different products", "people", "solution" after "one". */
function countedNoun(rest: string, { form, most, value }: GeneralNumber): string {
  const text = most !== null || form === 'fraction' ? rest.replace(/^\sof\s(?:the\s|all\s|those\s)?/, ' ') : rest;
  if (/^\s?[.,;:)(]/.test(text) || /^\s?-\s/.test(text)) return '';
  const words = nounPhraseAt(text.replace(/^-/, ' ')).split(' of ')[0]!.split(' ').slice(0, MOST_WORDS);
  const plural = words.findIndex((word) => PLURAL.test(word));
  if (plural >= 0) return words.slice(0, plural + 1).join(' ');
  return words.slice(0, value === 1 ? 2 : 1).join(' ');
}

const BOUNDS: Readonly<Record<Qualifier, Quantity['change']>> = {
  approx: 'about',
  over: 'over',
  'at-least': 'over',
  under: 'under',
  'up-to': 'under',
};

function changeOf(role: Role, { qualifier, sign, unit }: GeneralNumber): Quantity['change'] {
  // "-3 °C" is a value below zero and no fall; "-3%" is one.
  if (sign !== null && unit !== null && !unit.startsWith('percent')) return qualifier ? BOUNDS[qualifier] : 'equal';
  const direction = role.statistic === 'change' || role.ofChange ? role.sign?.direction : undefined;
  if (direction === 'up' || direction === 'down') return direction;
  return qualifier ? BOUNDS[qualifier] : 'equal';
}
