import type { Figure } from '../figures/figure.ts';
import { isDuration } from '../figures/units.ts';
import { isTitle, tellingHeading } from '../headings.ts';
import { areaOfLabel } from '../registry/areas.ts';
import { directionOf } from '../registry/directions.ts';
import { labelOf } from '../registry/label.ts';
import { exactMeasure, measureOfLabel } from '../registry/measures.ts';
import { expandAcronyms } from '../text/acronyms.ts';
import { isParticiple, isWord } from '../text/lexicon.ts';
import { type MeasureReading, type NamedMeasure, tidy, words } from './named-measure.ts';
import { nounPhraseAt, participleAfter, verbBefore } from './phrases.ts';
import { leftOf, rightOf, type Scan, withoutPeriods } from './scan.ts';
import { refersBack, subjectFor } from './subject.ts';

/** The noun phrase that the figure counts ("5,000 public service volunteers"); empty for rates, money and changes. */
export function countedNoun({ scan, index, role }: MeasureReading): string {
  const figure = scan.figures[index]!;
  if (
    figure.unit === 'GBP' ||
    figure.unit === 'percent' ||
    figure.unit === 'percentage-point' ||
    figure.form === 'ordinal'
  )
    return '';
  if (role.rule === 'figure-then-direction') return '';
  const right = isDuration(figure.unit)
    ? rightOf(scan, index).replace(/^\s*of\s+/, ' ')
    : scan.text.slice(figure.unitEnd, figure.unitEnd + 160);
  const phrase = nounPhraseAt(cutAtPeriod(scan, figure, right));
  if (beginsClause(scan, index) && followsVerb(right, phrase)) return phrase;
  return phrase.split(' ').every((word) => isWord(word, 'counted', 'prepositions')) ? '' : phrase;
}

/** ": 9,870 reports came through the website" counts reports, not what was named before the colon. */
function beginsClause(scan: Scan, index: number): boolean {
  return /[:;]\s+$/.test(scan.text.slice(0, scan.figures[index]!.qualifierStart));
}

function followsVerb(right: string, phrase: string): boolean {
  const next = phrase && /^\s+([a-z]+)/i.exec(restAfter(right, phrase))?.[1];
  return Boolean(next) && isWord(next!, 'verbs');
}

function cutAtPeriod(scan: Scan, figure: Figure, right: string): string {
  const period = scan.periods.find((mention) => mention.start >= figure.unitEnd);
  const next = scan.figures.find((other) => other.start > figure.start);
  const end = Math.min(period?.start ?? Infinity, next?.qualifierStart ?? Infinity);
  return end < Infinity ? right.slice(0, Math.max(0, end - figure.unitEnd)) : right;
}

/** A label of the sentence's own words: subject, what is counted, what was done with it. */
export function composed(reading: MeasureReading, noun: string): NamedMeasure | null {
  const { scan, index, context, previous } = reading;
  const figure = scan.figures[index]!;
  const subject = subjectFor(reading);
  const ellipsis = noun === '' ? elliptical(reading) : null;
  if (ellipsis) return ellipsis;
  const isShare = figure.unit === 'percent' || figure.unit === 'percentage-point';
  const object = noun || (isShare ? '' : amountFor(reading));
  const done = noun
    ? participleAfter(restAfter(scan.text.slice(figure.unitEnd), noun)) || pastVerb(leftOf(scan, index))
    : '';
  if (!object && !subject) return (isShare || figure.unit === 'GBP') && previous ? { ...previous, by: 'before' } : null;
  const head = subject || leadFor(reading, object);
  const label = [head, [object, done].filter(Boolean).join(' ')].filter(Boolean).join(' - ');
  const expanded = tidy(expandAcronyms(label, context.acronyms));
  const measure = done ? null : (measureOfLabel(expanded) ?? (object && !subject ? exactMeasure(object) : null));
  return { measure, label: measure ? labelOf(measure, expanded) : expanded, by: 'words' };
}

/** "37 (55%) have been completed": a count without a noun is one of those counted before. */
export function elliptical({ scan, index, previous }: MeasureReading): NamedMeasure | null {
  const figure = scan.figures[index]!;
  const right = scan.text.slice(figure.unitEnd);
  const verb =
    /^\s*(?:\([^)]*\)\s*)?(?:(?:have|had|has|were|was|are|is|been)\s+)*([a-z]+)((?:\s+(?:in|to|of|by|as|a|an|the|no|not|with)\b)?(?:\s+[a-z-]+){0,3})/i.exec(
      right,
    );
  if (!previous || figure.unit !== null || !verb || !(isParticiple(verb[1]!) || isWord(verb[1]!, 'verbs'))) return null;
  const outcome = /^\s+(?:in|to|as|a|an|no)\b/i.test(verb[2]!) ? verb[2]!.trim() : '';
  return words(tidy(`${previous.label.replace(/ \w+ed$/, '')} ${verb[1]} ${outcome}`));
}

/** What a phrase without a subject of its own belongs to: the figure before it, else the heading where it says little. */
function leadFor({ scan, index, previous, passage }: MeasureReading, object: string): string {
  if (previous && (index > 0 || refersBack(scan)))
    return previous.label
      .split(' - ')
      .at(-1)!
      .replace(/, share.*$/, '');
  if (!object || object.split(' ').length >= 3) return '';
  const heading = tellingHeading(passage.headings);
  return leadOfItem(passage.text) ?? (heading && !isTitle(heading) ? heading : '');
}

/** "Operation Scorpion - five forces took part": what a paragraph or an item begins with. */
function leadOfItem(text: string): string | null {
  const label = /^[\s\u2022*\u00b7-]*(?<label>[A-Z][A-Za-z'\u2019/&() -]{2,60}?)\s*(?::|\s[-\u2013\u2014])\s/.exec(text)
    ?.groups?.label;
  const isName =
    label !== undefined &&
    label.split(/\s+/).length <= 7 &&
    !isWord(label.split(' ')[0]!, 'prepositions', 'determiners');
  return isName ? label.trim() : null;
}

export function restAfter(text: string, phrase: string): string {
  const last = phrase.split(' ').at(-1)!;
  const at = text.indexOf(last);
  return at < 0 ? text : text.slice(at + last.length);
}

function pastVerb(left: string): string {
  const verb = verbBefore(left);
  return /^(?:has|have|had|is|are|was|were|be|been)$/i.test(verb) ? '' : verb;
}

/** What an amount of money, a rate or a length of time is for: the noun before it, and the phrase after it. */
export function amountFor({ scan, index }: MeasureReading): string {
  const figure = scan.figures[index]!;
  const left = withoutPeriods(scan, index > 0 ? scan.figures[index - 1]!.unitEnd : 0, figure.qualifierStart);
  const before = /([A-Za-z][\w'-]*(?:\s+[A-Za-z][\w'-]*){0,3})\s+of\s*(?:up\s+to\s*)?$/i.exec(left)?.[1] ?? '';
  const right = scan.text.slice(figure.unitEnd);
  const after =
    /^\s*(?:per\s+\w+\s+)?(?:(?:in|will|has|have|had|was|were|been|be|is|are|provided|allocated|secured|made|available|spent|invested|awarded)\s+)*(?:for|to|from|towards|on|in|into|of|across)\s+(?:the\s+|a\s+|an\s+)?/i.exec(
      right,
    );
  const told = nounPhraseAt(after ? right.slice(after[0].length) : right);
  const purpose = directionOf(told.split(' ')[0]!) || areaOfLabel(told) ? '' : told;
  const changed = /\b(?:increas|reduc|rais|cut|lower)\w*\s+((?:[\w'-]+\s+){1,8})by\s*$/i.exec(left)?.[1];
  const verb = verbBefore(left);
  const lead = (changed && nounPhraseAt(changed)) || nounOnly(before) || (directionOf(verb) ? '' : verb);
  const giver = /\bbeen\s+\w+\s+(?:from|by|for|to)\s+(?:the\s+)?([A-Z].*)$/.exec(right)?.[1];
  return [lead, purpose, giver ? nounPhraseAt(giver) : ''].filter(Boolean).join(' ');
}

function nounOnly(phrase: string): string {
  return phrase
    .split(/\s+/)
    .filter((word) => !isWord(word, 'determiners', 'prepositions', 'auxiliaries', 'conjunctions'))
    .slice(-3)
    .join(' ');
}
