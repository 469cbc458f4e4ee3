import { findPeriods } from '../periods/find.ts';
import { normalise } from '../text/normalise.ts';
import { remember } from '../text/remember.ts';
import { decimal } from './decimal.ts';
import { exclusionReason } from './exclusions.ts';
import { type ExcludedNumber, type Figure, figureAt } from './figure.ts';
import {
  digitsValue,
  FRACTION,
  fractionPercent,
  NUMBER_WORD,
  numberWordValue,
  ORDINAL,
  ordinalValue,
  RATIO,
  ratioPercent,
  WITH_FRACTION,
} from './number-words.ts';
import { joinDurations, withSharedScale } from './read-together.ts';
import { scaleFactor, unitAfter, unitIn } from './units.ts';

const NUMBER =
  `${WITH_FRACTION}|` +
  '\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|(?<![\\d,]\\s?)\\d{1,3},\\s\\d{3}(?=\\s[a-zA-Z])(?<!\\b(?:in|of|to|quarter|q|week|phase|year|area|zone)\\s?\\d{1,3},\\s\\d{3})|\\d+(?:\\.\\d+)?|(?<!\\d)\\.\\d+';
const SCALE = '\\s?(?:bn|billion|million|thousand|mn|[mk](?![a-z]))';

/** Arrows that stand before a change in place of its sign. */
const ARROWS = '\u2191\u25b2\u2b06\u25b4\u21e7\u2193\u25bc\u2b07\u25be\u21e9';

/** A number in digits with sign, currency, scale and percent sign; a sign may stand apart only at the beginning. */
const DIGITS = `(?<sign>(?:(?<=^\\s*|[(;,:/]\\s*)[-+]\\s*|(?<=\\s)[-+](?=[£$\\d.])|(?<=[\\s(]|^)[-+](?=£)|[${ARROWS}]\\s?))?(?<currency>[£$€](?:\\s?\\((?=[\\d,.]{1,20}\\s?(?:bn|[mk])?\\)))?)?\\s?(?<number>${NUMBER})(?<scale>${SCALE})?`;

/** A number ends before white space, punctuation, a unit or an ending; never inside a longer number or a word. */
const NUMBER_END =
  '(?![\\d]|[.,]\\d)(?=$|[^\\w]|(?:secs?|seconds?|mins?|minutes?|hrs?|hours?|days?|weeks?|wks|months?|years?|yrs?|miles?|pps?|ppts?|pc|am|pm|noon|s|st|nd|rd|th)(?![\\w]))';

const TOKENS = new RegExp(
  [
    '(?<![\\w:])(?<clock>\\d{1,3}:[0-5]\\d:[0-5]\\d)(?![\\w:])',
    '(?<=\\b(?:place|places|position|rank\\w*|moved|placed)\\b[^.;]{0,24})(?<![\\w/.])(?<place>\\d{1,2}\\s?/\\s?\\d{1,2})(?![\\w/]|\\s?/)',
    '(?<![\\w/.])(?<standing>\\d{1,2}of\\d{1,2})(?!\\w)',
    `(?<![\\w.])(?<rank>${ORDINAL})(?![\\w])`,
    `(?<![\\w-])${RATIO}`,
    `(?<![\\w.,]|(?<![%)])/|\\d-|[A-Za-z]-)(?:${DIGITS})${NUMBER_END}`,
    `(?<=\\d\\s?[-/]\\s?)(?<range>${NUMBER})(?<rangeScale>${SCALE})?${NUMBER_END}`,
    '(?<![\\w])(?<name>[a-z][a-z]*[-.]?\\d[\\w-]*)',
    '(?<![\\w.,])(?<section>\\d+(?:\\.\\d+){2,})',
    `(?<![\\w-])${FRACTION}`,
    `(?<![\\w-])(?<word>${NUMBER_WORD})(?![\\w]|-\\w+ed\\b)`,
  ].join('|'),
  'gi',
);

/** A text without a digit and without any of these beginnings holds no number. */
const ANY_NUMBER =
  /\d|\b(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twel|thir|fif|twen|for|eigh|nin|dozen|half|third|quarter|a |first|second|sixth|seventh|tenth)/i;

/** What the numbers of a text are: figures, and those that are none with the reason. */
export interface FoundNumbers {
  readonly figures: readonly Figure[];
  readonly excluded: readonly ExcludedNumber[];
}

/** A stretch of text whose numbers are known to be no figures: a period, a link, a law's name. */
export interface Masked {
  readonly start: number;
  readonly end: number;
  readonly reason: string;
}

/** Addresses of pages and people, and tags. */
export const LINKS = /https?:\/\/\S+|www\.\S+|\S+@\S+\.\S+|#\w+/gi;

/**
 * Every number of a text, in digits and in words.
 *
 * @param text any text; offsets in the result are half-open UTF-16 offsets in it
 * @param masked stretches that are no figures, such as the periods found before
 */
export function findNumbers(text: string, masked: readonly Masked[] = []): FoundNumbers {
  return masked.length === 0 ? findInText(text) : find(text, masked);
}

/** The numbers of a text that are no part of a period that it names. */
export const findNumbersBesidePeriods: (text: string) => FoundNumbers = remember((text) =>
  find(
    text,
    findPeriods(text).map((period) => ({ ...period, reason: 'period' })),
  ),
);

const findInText = remember((text) => find(text, []));

function find(text: string, masked: readonly Masked[]): FoundNumbers {
  if (!ANY_NUMBER.test(text)) return NO_NUMBERS;
  const plain = normalise(withGroupedThousands(text));
  const maskOf = masksByPlace([...masked, ...linksIn(plain)], plain.length);
  const figures: Figure[] = [];
  const excluded: ExcludedNumber[] = [];
  for (const match of plain.matchAll(TOKENS)) {
    const { name, section } = match.groups!;
    if (name || section) {
      excluded.push({
        start: match.index,
        end: match.index + match[0].length,
        text: match[0],
        reason: name ? 'name' : 'section-number',
      });
      continue;
    }
    const figure = readFigure(plain, match);
    if (!figure) continue;
    if (/^£?\s?'?0{3}$/.test(figure.text)) {
      excluded.push({ start: figure.start, end: figure.end, text: figure.text, reason: 'scale' });
      continue;
    }
    const mask = maskOf(figure.start, figure.end);
    const numberStart = figure.end - figure.text.replace(/^[-+£$€\s]+/, '').length;
    const reason =
      mask?.reason ??
      (figure.form === 'ordinal' ? null : exclusionReason(plain, numberStart, figure.end, unitSaves(figure)));
    if (reason)
      excluded.push({ start: figure.start, end: figure.end, text: text.slice(figure.start, figure.end), reason });
    else figures.push({ ...figure, text: text.slice(figure.start, figure.end) });
  }
  return { figures: joinDurations(text, withSharedScale(plain, figures)), excluded };
}

/**
 * A space that keeps together, between a digit and three digits, groups thousands ("12\u202f210"), as the SI has it; so does a
 * plain one in an amount of money ("£1 234 567"). Each is made a comma, so that offsets stay.
 */
function withGroupedThousands(text: string): string {
  if (!/\d[\u00a0\u2007\u2009\u202f ]\d{3}/.test(text)) return text;
  return text
    .replace(/(?<=\d)[\u00a0\u2007\u2009\u202f](?=\d{3}(?!\d))/g, ',')
    .replace(/£\d{1,3}(?: \d{3})+(?![\d,.])/g, (amount) => amount.replaceAll(' ', ','));
}

/** How to find the first of the masks that a stretch of a text touches: by a mark for each character, at no cost for many. */
function masksByPlace(masks: readonly Masked[], length: number): (start: number, end: number) => Masked | undefined {
  if (masks.length === 0) return () => undefined;
  const places = new Uint32Array(length);
  for (let index = masks.length - 1; index >= 0; index -= 1) {
    const { start, end } = masks[index]!;
    places.fill(index + 1, Math.max(start, 0), Math.max(end, 0));
  }
  return (start, end) => {
    let first = 0;
    for (const mark of places.subarray(start, end)) if (mark !== 0 && (first === 0 || mark < first)) first = mark;
    return first === 0 ? undefined : masks[first - 1];
  };
}

function linksIn(text: string): Masked[] {
  if (!/[@#]|www|http/i.test(text)) return [];
  return [...text.matchAll(LINKS)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    reason: 'link',
  }));
}

const NO_NUMBERS: FoundNumbers = { figures: [], excluded: [] };

function signOf(printed: string | undefined): Figure['sign'] {
  const sign = printed?.trim();
  if (!sign) return null;
  return sign === '-' || ARROWS.indexOf(sign) >= ARROWS.length / 2 ? '-' : '+';
}

/** A currency, percent sign or sign makes a number a figure whatever stands around it. */
function unitSaves(figure: Figure): boolean {
  return (
    figure.unit === 'GBP' || figure.unit === 'percent' || figure.unit === 'percentage-point' || figure.sign !== null
  );
}

function readFigure(text: string, match: RegExpMatchArray & { index: number }): Figure | null {
  const groups = match.groups!;
  if (groups.rank)
    return isRank(text, match.index, match.index + groups.rank.length) ? ordinal(text, match.index, groups.rank) : null;
  if (groups.clock) return clock(text, match.index, groups.clock);
  const standing = groups.place ?? groups.standing;
  if (standing) return place(text, match.index, standing);
  if (groups.ratio) return ratio(text, match.index, groups.ratio);
  if (groups.fraction) return fraction(text, match.index, groups.fraction);
  if (groups.word) return word(text, match.index, groups.word);
  return digits(text, match, groups);
}

function digits(
  text: string,
  match: RegExpMatchArray & { index: number },
  groups: Record<string, string | undefined>,
): Figure {
  const printed = (groups.number ?? groups.range)!;
  const scale = groups.scale ?? groups.rangeScale;
  const currency = groups.currency?.[0];
  const { value, decimals } = digitsValue(printed);
  const leading = match[0].length - match[0].trimStart().length;
  const start = match.index + leading;
  let end = match.index + match[0].length;
  const owed = isOwed(text, start, end, groups.currency);
  if (owed) end += 1;
  const found = unitAfter(text, end);
  const points = !found && printed.includes('.') && /^\s?points?\b/i.exec(text.slice(end));
  const percent = found?.unit === 'percent' && /^\s?%/.test(text.slice(end));
  if (percent) end += found.length;
  const pounds = currency === '£' ? 'GBP' : currency === '$' ? 'USD' : currency === '€' ? 'EUR' : null;
  return {
    ...figureAt(text, start, end),
    value: decimal(value, scale ? scaleFactor(scale.trim()) : 1),
    decimals,
    sign: owed ? '-' : (signOf(groups.sign) ?? signOf(arrowAfter(text, end))),
    unit:
      pounds ??
      found?.unit ??
      (MARGIN_IN_PERCENT.test(text.slice(end)) ? 'percent' : null) ??
      (points ? 'percentage-point' : rateAfter(text, end)),
    unitEnd:
      percent && text[end] === '%'
        ? end + 1
        : points
          ? end + points[0].length
          : pounds || !found || percent
            ? end
            : end + found.length,
    form: 'digits',
  };
}

/** Accounts print what is owed in brackets behind the currency, "£(60,000)", or with the minus last, "£80,000-". */
function isOwed(text: string, start: number, end: number, currency: string | undefined): boolean {
  if (currency?.endsWith('(')) return text[end] === ')';
  return currency !== undefined && text.slice(0, start).trim() === '' && text.slice(end).trimEnd() === '-';
}

/** "78.4 ± 1.2%": the percent sign is that of both. */
const MARGIN_IN_PERCENT = /^\s?±\s?[\d.]+\s?%/;

/** "21 ▼": an arrow behind the number, at the end of its cell or item. */
function arrowAfter(text: string, at: number): string | undefined {
  const symbol = LAST_SYMBOL.exec(text.slice(at, at + 8))?.[1];
  return symbol && ARROWS.includes(symbol) ? symbol : undefined;
}

const LAST_SYMBOL = /^\s?([^\s\w])\s*(?:$|[;,)])/;

/** "25.3 incidents per 1,000 residents": the unit behind the counted noun. */
function rateAfter(text: string, at: number): string | null {
  const after = text.slice(at, at + 60);
  const rate = /^\s+(?:[a-z]+\s+){1,5}?(per\s+(?:(?:1,?000|100,?000|100k|thousand|one\s+thousand)\b))/i.exec(after);
  if (rate) return unitIn(rate[1]!);
  return /^\s+(?:[a-z]+\s+){1,2}hours\b(?!\s+(?:a|per)\b)/.test(after) && !NO_HOURS.test(after) ? 'hours' : null;
}

/** "45 officers hours before": a number of something else. */
const NO_HOURS =
  /^\s+(?:[a-z]+s|people|calls|[a-z]+\s+(?:in|within|after|for|of|every|and|to|at|over|the|than))\s+hours/i;

function word(text: string, start: number, words: string): Figure {
  const end = start + words.length;
  const unit = unitAfter(text, end);
  return {
    ...figureAt(text, start, end),
    value: numberWordValue(words),
    unit: unit?.unit ?? null,
    unitEnd: end + (unit?.length ?? 0),
    form: 'word',
  };
}

/** "00:12:34": hours, minutes and seconds, in seconds. */
function clock(text: string, start: number, printed: string): Figure {
  const [hours, minutes, seconds] = printed.split(':').map(Number);
  const value = 3600 * hours! + 60 * minutes! + seconds!;
  return { ...figureAt(text, start, start + printed.length), value, unit: 'seconds' };
}

/** "National place: 10/43", "moved from 11/15 to 5/15": a place among so many; elsewhere two numbers and a stroke. */
function place(text: string, start: number, printed: string): Figure | null {
  const [rank, field] = printed.split(/\/|of/).map((part) => part.trim());
  if (Number(rank) > Number(field)) return null;
  const end = start + rank!.length;
  const unitEnd = start + printed.length;
  return {
    ...figureAt(text, start, end),
    value: Number(rank),
    unit: 'rank',
    unitEnd,
    form: 'ordinal',
    outOf: Number(field),
  };
}

/** "one in five", "nine out of ten". */
function ratio(text: string, start: number, words: string): Figure {
  return {
    ...figureAt(text, start, start + words.length),
    value: ratioPercent(words),
    unit: 'percent',
    form: 'fraction',
  };
}

function fraction(text: string, start: number, words: string): Figure | null {
  const value = fractionPercent(words);
  return value === null
    ? null
    : { ...figureAt(text, start, start + words.length), value, unit: 'percent', form: 'fraction' };
}

const RANK_AFTER =
  /^\s+(?:highest|lowest|best|worst|largest|smallest|most|least|safest|out\s+of|of\s+\d+|place|position|nationally|in\s+(?:the|its|our|England|Wales|Scotland)|behind|overall|regionally|within\s+the|placed|\w{3,}est|most\s+\w+)\b/i;
const RANK_BEFORE =
  /(?:rank(?:ed|s|ing)?|plac(?:ed|es)|position(?:ed)?(?:\s+(?:of|is|was))?|stands?|remains?|(?:puts?|putting|leaves?|leaving|made|makes?)\s+(?:the\s+(?:force|county|district|borough|area)|it|us))\s+(?:(?:at|as|in|is|was|of)\s+)?(?:joint\s+|the\s+)*$/i;

/** "third highest", "ranked 12th", "2nd of 8": an ordinal that places among others, not a date nor "the first time". */
function isRank(text: string, start: number, end: number): boolean {
  return RANK_AFTER.test(text.slice(end, end + 24)) || RANK_BEFORE.test(text.slice(Math.max(0, start - 40), start));
}

const OUT_OF =
  /^\s*(?:place\s+|position\s+|highest\s+|lowest\s+|nationally,?\s+|regionally,?\s+|in\s+the\s+country,?\s+)?(?:\(?out\s+of|of|from|\/)\s+(?:the\s+|all\s+)?(\d{1,3}|[a-z]+)\b/i;

function ordinal(text: string, start: number, words: string): Figure {
  const end = start + words.length;
  const outOf = OUT_OF.exec(text.slice(end, end + 40))?.[1];
  const field =
    outOf && /^\d+$/.test(outOf)
      ? Number(outOf)
      : outOf && new RegExp(`^${NUMBER_WORD}$`, 'i').test(outOf)
        ? numberWordValue(outOf)
        : null;
  const among = outOf
    ? (/^\s*(?:forces|police forces|areas|constabularies)/i.exec(
        text.slice(end + OUT_OF.exec(text.slice(end, end + 40))![0].length),
      )?.[0].length ?? 0) + OUT_OF.exec(text.slice(end, end + 40))![0].length
    : 0;
  return {
    ...figureAt(text, start, end),
    value: ordinalValue(words),
    unit: 'rank',
    unitEnd: end + (field === null ? 0 : among),
    form: 'ordinal',
    outOf: field,
  };
}
