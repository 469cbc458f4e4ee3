import { readData } from '../registry/data.ts';
import { anyOf } from '../text/pattern.ts';

interface GeneralUnit {
  readonly unit: string;
  readonly symbols: readonly string[];
  readonly words: readonly string[];
}

const UNITS = readData<GeneralUnit[]>('general-units.yaml');
const BY_SYMBOL = new Map(UNITS.flatMap(({ unit, symbols }) => symbols.map((symbol) => [symbol, unit] as const)));
const BY_WORDS = new Map(UNITS.flatMap(({ unit, words }) => words.map((word) => [word.toLowerCase(), unit] as const)));

/** A symbol of one letter stands right behind its number: "5 m" may begin a word that was cut. */
const SYMBOL = new RegExp(`^(\\s?)(${anyOf([...BY_SYMBOL.keys()])})(?![A-Za-z0-9²³])`);
const WORDS = new RegExp(
  `^[\\s-]{1,2}(${anyOf([...BY_WORDS.keys()]).replaceAll('\\s+', 's?[\\s-]+')})(?:e?s)?(?![A-Za-z])`,
  'i',
);
const RATE =
  /^\s?(?:per|an?|each|\/|every)\s?(share|barrel|ounce|tonne|ton|gram|kilogram|kg|pound|litre|liter|gallon|mile|km|kilometre|second|minute|hour|day|night|week|month|quarter|year|annum|person|head|household|unit|acre|square (?:foot|metre)|hour|game|match|bottle|pint|MWh|kWh)s?\b/i;

/** The unit that stands behind a number, with "a month" and "per share" where they follow; and where its words end. */
export function generalUnitAfter(text: string, at: number): { readonly unit: string; readonly end: number } | null {
  const rest = text.slice(at, at + 60);
  const symbol = SYMBOL.exec(rest);
  const isApart = symbol?.[1] !== '' && symbol?.[2]?.length === 1 && /[a-z]/i.test(symbol[2]);
  const match = symbol && !isApart ? symbol : WORDS.exec(rest);
  if (!match) return null;
  const printed = match.at(-1)!;
  const unit =
    match === symbol ? BY_SYMBOL.get(printed)! : BY_WORDS.get(printed.toLowerCase().replace(/s?[\s-]+/g, ' '))!;
  const end = at + match[0].length;
  const rate = rateAfter(text, end);
  return rate ? { unit: `${unit} per ${rate.unit}`, end: rate.end } : { unit, end };
}

/** "a month" behind an amount. */
export function rateAfter(text: string, at: number): { readonly unit: string; readonly end: number } | null {
  const rate = RATE.exec(text.slice(at, at + 30));
  return rate && { unit: rate[1]!.toLowerCase().replace('annum', 'year'), end: at + rate[0].length };
}

/** Currencies by how they are printed before an amount; "PS" is a pound sign that was lost on the way. */
const CURRENCIES: Readonly<Record<string, string>> = {
  US$: 'USD',
  $US: 'USD',
  USD: 'USD',
  $: 'USD',
  A$: 'AUD',
  $A: 'AUD',
  AU$: 'AUD',
  AUD: 'AUD',
  C$: 'CAD',
  CA$: 'CAD',
  NZ$: 'NZD',
  HK$: 'HKD',
  S$: 'SGD',
  '£': 'GBP',
  PS: 'GBP',
  GBP: 'GBP',
  '€': 'EUR',
  EUR: 'EUR',
  '¥': 'JPY',
  '₹': 'INR',
  Rs: 'INR',
  RM: 'MYR',
  CHF: 'CHF',
};

/** A pattern for a currency before an amount. */
export const CURRENCY = anyOf(Object.keys(CURRENCIES)).replaceAll('\\$', '\\s?\\$');

/** The code of a currency as it was printed. */
export function currencyCode(printed: string): string {
  return CURRENCIES[printed.replace(/\s/g, '')]!;
}
