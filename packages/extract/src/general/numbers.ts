import { type Figure, figureAt } from '../figures/figure.ts';
import { NUMBER_WORD, numberWordValue } from '../figures/number-words.ts';
import { scaleFactor } from '../figures/units.ts';
import { CURRENCY, currencyCode, generalUnitAfter, rateAfter } from './units.ts';

/** A number of a sentence of any kind; "tens of thousands" is the range from the least to the most it can be. */
export interface GeneralNumber extends Figure {
  readonly most: number | null;
}

const DIGITS = '\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?|(?<![\\d.])\\.\\d+';
const SCALE_WORDS = 'hundred|thousand|million|billion|trillion|lakh|crore';
const FRACTIONS: Readonly<Record<string, number>> = { half: 2, third: 3, quarter: 4, fifth: 5, tenth: 10 };
const PARTS: Readonly<Record<string, number>> = { a: 1, one: 1, two: 2, three: 3, four: 4 };
const VAGUE: Readonly<Record<string, number>> = {
  dozens: 12,
  tens: 10,
  hundreds: 100,
  thousands: 1e3,
  millions: 1e6,
  billions: 1e9,
  trillions: 1e12,
};

const TOKENS = new RegExp(
  [
    `(?<![\\w.,-])(?<fraction>(?:an?|one|two|three|four)[\\s-](?:half|thirds?|quarters?|fifths?|tenths?)|half(?=\\s(?:of|the|an?)\\b))(?![\\w-])`,
    `(?<!\\w)(?:(?<times>tens|hundreds|thousands)\\sof\\s)?(?<vague>${Object.keys(VAGUE).join('|')})(?=\\s(?:of|more)\\b)`,
    `(?<![\\w-])(?<ratio>(?:one|two|three|four|five|six|seven|eight|nine|\\d)\\s(?:in|out\\sof)\\s(?:every\\s)?(?:two|three|four|five|six|seven|eight|nine|ten|\\d{1,3}))(?=\\s(?!months?|years?|weeks?|days?)[A-Za-z])`,
    `(?<![\\w/])(?<parts>\\d/\\d{1,2})(?![\\w/])`,
    `(?<![\\w-])(?<many>an?\\s(?:dozen|hundred|thousand|million|billion|trillion))(?!\\w)`,
    `(?<![\\w.]|\\d,)(?<sign>minus[\\s-]|(?<=^|[\\s(])[-−](?=[\\d.]))?(?<currency>${CURRENCY})?\\s?(?<digits>${DIGITS})(?:\\s?(?<scale>hundred\\s(?:thousand|million|billion)|${SCALE_WORDS}|bn|tn|mn|m|k|b)(?![A-Za-z0-9/²]))?`,
    `(?<![\\w-])(?<word>${NUMBER_WORD})(?:\\s(?<wordScale>billion|trillion))?(?!\\w)`,
  ].join('|'),
  'gi',
);

/** Every number of a sentence with its unit; what is a date, a name or a place in a row is left to the caller. */
export function generalNumbers(text: string): GeneralNumber[] {
  return [...text.matchAll(TOKENS)].flatMap((match) => {
    const groups = match.groups!;
    if (groups.fraction) return [fraction(text, match.index, groups.fraction)];
    if (groups.ratio || groups.parts) return [share(text, match.index, (groups.ratio ?? groups.parts)!)];
    if (groups.many) return [word(text, match.index, groups.many, undefined)];
    if (groups.vague) return [vague(text, match.index, match[0], groups.times, groups.vague)];
    if (groups.word) return [word(text, match.index, groups.word, groups.wordScale)];
    return digits(text, match, groups) ?? [];
  });
}

function fraction(text: string, start: number, printed: string): GeneralNumber {
  const words = printed.toLowerCase().split(/[\s-]/);
  const part = words.length === 1 ? 1 : PARTS[words[0]!.replace(/^an$/, 'a')]!;
  const whole = FRACTIONS[words.at(-1)!.replace(/s$/, '')]!;
  return { ...figureAt(text, start, start + printed.length), most: null, value: part / whole, form: 'fraction' };
}

/** "one in five", "1/2". */
function share(text: string, start: number, printed: string): GeneralNumber {
  const [part, whole] = printed
    .split(/\s(?:in|out\sof)\s(?:every\s)?|\//i)
    .map((side) => (/^\d/.test(side) ? Number(side) : numberWordValue(side)));
  return { ...withUnit(text, start, start + printed.length), value: part! / whole!, form: 'fraction' };
}

function vague(text: string, start: number, printed: string, times: string | undefined, noun: string): GeneralNumber {
  const least = (times ? VAGUE[times.toLowerCase()]! : 1) * VAGUE[noun.toLowerCase()]!;
  const end = start + printed.length;
  const of = /^\sof/.exec(text.slice(end))?.[0].length ?? 0;
  return { ...withUnit(text, start, end, end + of), value: least, most: least * 10, form: 'word' };
}

function word(text: string, start: number, printed: string, scale: string | undefined): GeneralNumber {
  const end = start + printed.length + (scale ? scale.length + 1 : 0);
  const [, many] = /^an?\s(\w+)$/i.exec(printed) ?? [];
  const value = many ? oneOf(many) : numberWordValue(printed);
  return { ...withUnit(text, start, end), value: value * (scale ? scaleFactor(scale) : 1), form: 'word' };
}

/** What "a dozen" and "a million" are. */
function oneOf(noun: string): number {
  return noun.toLowerCase() === 'dozen' ? 12 : scaleFactor(noun);
}

function digits(
  text: string,
  match: RegExpMatchArray & { index: number },
  { sign, currency, digits: printed, scale }: Record<string, string | undefined>,
): GeneralNumber | null {
  const start = match.index + (match[0].length - match[0].trimStart().length);
  const matchEnd = match.index + match[0].length;
  // "400m" is metres and "5b" bits, but of money they are millions and billions; "4.3M" is always.
  const isScale = scale !== undefined && (currency !== undefined || scale.length > 1 || /^[MKk]$/.test(scale));
  const isUnit = scale !== undefined && !isScale;
  const end = isUnit ? matchEnd - scale.length : matchEnd;
  if (/[A-Za-z]/.test(text[end] ?? '') && !isScale && generalUnitAfter(text, end) === null && !currency) return null;
  const value = Number((Number(printed!.replace(/,/g, '')) * (isScale ? scaleFactor(scale) : 1)).toPrecision(12));
  return {
    ...(currency
      ? withCurrency(text, start, end, currency)
      : withUnit(text, start, end, text.slice(0, end).trimEnd().length)),
    value: sign ? -value : value,
    decimals: printed!.split('.')[1]?.length ?? 0,
    sign: sign ? '-' : null,
  };
}

/** A number with the unit that stands behind it, or from another place on. */
function withUnit(text: string, start: number, end: number, from = end): GeneralNumber {
  const unit = generalUnitAfter(text, from);
  return { ...figureAt(text, start, end), most: null, unit: unit?.unit ?? null, unitEnd: unit?.end ?? end };
}

/** An amount of money, with "a month" where it follows. */
function withCurrency(text: string, start: number, end: number, currency: string): GeneralNumber {
  const money = currencyCode(currency.toUpperCase() === 'RS' ? 'Rs' : currency);
  const rate = rateAfter(text, end);
  const unit = rate ? `${money} per ${rate.unit}` : money;
  return { ...figureAt(text, start, end), most: null, unit, unitEnd: rate?.end ?? end };
}
