/** Numbers in words, up to ninety-nine, and the scale words that may follow them. */
const UNITS = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
];
const TENS = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];

/** "nine", "Forty", "twenty-five", "two hundred". */
const BELOW_HUNDRED = `(?:(?:${TENS.join('|')})(?:[\\s-](?:${UNITS.slice(1, 10).join('|')}))?|${UNITS.slice().reverse().join('|')})`;
export const NUMBER_WORD = `(?:${BELOW_HUNDRED}\\shundred(?:\\sand\\s${BELOW_HUNDRED})?(?:\\sthousand)?|${BELOW_HUNDRED}(?:\\sand\\sa\\shalf)?(?:\\s(?:thousand|million))?|half\\sa\\smillion|dozen)`;

/** The value of a number in words as `NUMBER_WORD` matches it. */
export function numberWordValue(words: string): number {
  let value = 0;
  for (const word of words.toLowerCase().split(/[\s-]+/)) {
    if (word === 'hundred') value *= 100;
    else if (word === 'thousand') value *= 1000;
    else if (word === 'million') value *= 1_000_000;
    else if (word === 'dozen') value += 12;
    else if (word === 'half') value += 0.5;
    else if (word === 'and' || word === 'a') continue;
    else if (TENS.includes(word)) value += 20 + 10 * TENS.indexOf(word);
    else value += UNITS.indexOf(word);
  }
  return value;
}

/** Shares in words; a third is 33.3 percent, as far as the words are precise. */
const FRACTIONS: Readonly<Record<string, number>> = {
  half: 50,
  'a third': 33.3,
  'one third': 33.3,
  'two thirds': 66.7,
  'a quarter': 25,
  'one quarter': 25,
  'three quarters': 75,
  'a fifth': 20,
  'one fifth': 20,
  'two fifths': 40,
  'three fifths': 60,
  'four fifths': 80,
  'a tenth': 10,
  'one tenth': 10,
};

/**
 * "a third of", "more than half have": fractions that state a share. Not "half year", "first half", "a third party",
 * "quarter" as a time.
 */
export const FRACTION =
  '(?<fraction>(?:(?:a|one|two)[\\s-]thirds?|(?:a|one|three)[\\s-]quarters?|(?:a|one|two|three|four)[\\s-]fifths?|(?:a|one)[\\s-]tenth)(?=\\s+(?:of|were|was|are|is|have|had|to|said|felt|live|in|on|since|from|compared)\\b|\\s*[.,;)])|(?<!(?:first|second|latter|last|the|half|one|other)\\s(?:and\\sa\\s)?)half(?=\\s+(?:of\\s|were|was|are|have|had|said|all|the)|\\s*[,.;)]))';

/** The percentage of a fraction in words. */
export function fractionPercent(words: string): number | null {
  const key = words.toLowerCase().replace(/-/g, ' ').replace(/\s+/g, ' ');
  return FRACTIONS[key] ?? null;
}

/** "one in five", "9 out of 10"; not "one in two months". */
export const RATIO =
  '(?<ratio>(?:one|two|three|four|five|six|seven|eight|nine|[1-9])\\s+(?:in|out\\s+of)\\s+(?:every\\s+)?(?:two|three|four|five|six|seven|eight|nine|ten|[2-9]|[1-9]\\d{1,2}))(?=\\s+(?!months|years|weeks|days|minutes)[a-z])';

/** The percentage of a ratio as `RATIO` matches it. */
export function ratioPercent(words: string): number {
  const [part, whole] = words
    .split(/\s+(?:in|out\s+of)\s+(?:every\s+)?/i)
    .map((word) => (/^\d/.test(word) ? Number(word) : numberWordValue(word)));
  return Number(((100 * part!) / whole!).toFixed(1));
}

const ORDINALS = [
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
  'eleventh',
  'twelfth',
];

/** "third", "5th", "21 st". */
export const ORDINAL = `(?:${ORDINALS.join('|')}|\\d{1,2}\\s?(?:st|nd|rd|th))`;

/** The number of an ordinal as `ORDINAL` matches it. */
export function ordinalValue(ordinal: string): number {
  const index = ORDINALS.indexOf(ordinal.toLowerCase());
  return index >= 0 ? index + 1 : Number.parseInt(ordinal, 10);
}

/** "1½", "5 1/2" before what it is a measure of. */
export const WITH_FRACTION =
  '\\d+\\s?[½¼¾]|\\d+\\s(?:1\\/2|[13]\\/4)(?=\\s(?:hours?|minutes?|days?|weeks?|months?|years?|times|million)\\b)';

const FRACTION_VALUES: Readonly<Record<string, number>> = {
  '½': 0.5,
  '1/2': 0.5,
  '¼': 0.25,
  '1/4': 0.25,
  '¾': 0.75,
  '3/4': 0.75,
};

/** The value of a number in digits, as "1,250.5" or `WITH_FRACTION` print it, and how many decimals it has. */
export function digitsValue(printed: string): { readonly value: number; readonly decimals: number } {
  const fraction = /(?:[½¼¾]|[13]\/[24])$/.exec(printed)?.[0];
  const whole = Number(printed.slice(0, printed.length - (fraction?.length ?? 0)).replace(/[,\s]/g, ''));
  if (!fraction) return { value: whole, decimals: printed.split('.')[1]?.length ?? 0 };
  const part = FRACTION_VALUES[fraction]!;
  return { value: whole + part, decimals: part === 0.5 ? 1 : 2 };
}
