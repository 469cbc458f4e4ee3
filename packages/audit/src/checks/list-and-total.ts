import { meets, type Observation, printedInterval, sumOf } from '@scrutineer/model';
import type { Comparison, PaperCheck } from '../check.ts';
import { asPrinted, clean } from '../numbers.ts';
import { sentencesOf } from '../relations/sentence.ts';
import { subject } from '../relations/thing.ts';

/** "£45,250 for four projects:" and a list of four amounts. */
export const listAndTotal: PaperCheck = {
  rule: 'list-and-total',
  severity: 'error',
  needs:
    'an amount for a number of things, and a list of as many amounts below it; or a total with its parts in one sentence',
  about: 'The amounts of a list must add up to the amount that its first line prints for all of them.',
  *compare({ observations }) {
    const sentences = sentencesOf(observations);
    for (const sentence of sentences) yield* compareWithin(sentence);
    for (const [index, sentence] of sentences.entries()) {
      if (/:\s*$/.test(sentence[0]!.source.quote)) yield* compareList(sentence, sentences.slice(index + 1));
    }
  },
};

function* compareList(lead: readonly Observation[], following: readonly Observation[][]): Generator<Comparison> {
  for (const total of lead.filter(({ statistic, unit }) => statistic === 'level' && unit === 'GBP')) {
    const numbers = lead.filter(({ unit, value }) => unit === 'count' && value >= 2 && value <= 20);
    for (const { value: items } of numbers) {
      const parts = following.slice(0, items).map((item) => item.find(({ unit }) => unit === 'GBP'));
      const amounts = parts.filter((part) => part !== undefined);
      const isList =
        amounts.length === items &&
        amounts.every(({ source }) => source.headings.join() === total.source.headings.join());
      if (isList) yield compared(total, amounts);
    }
  }
}

/** "a total of 1,250: 700 …, 300 … and 250 …": all of its parts are meant. */
const IN_ALL = /\b(?:a total of|in total|in all|made up of|comprising|consisting of|broken down as|split)\b/i;

function* compareWithin(sentence: readonly Observation[]): Generator<Comparison> {
  const [first, ...others] = sentence.filter(({ statistic, unit }) => statistic === 'level' && unit === 'count');
  const { quote } = first?.source ?? { quote: '' };
  if (!first || !IN_ALL.test(quote) || first.source.table) return;
  const parts = others.filter(
    ({ value, source }) => value !== first.value && quote.indexOf(source.figure) > quote.indexOf(':'),
  );
  const isDivided = quote.includes(':') && parts.length >= 3 && parts.every(({ value }) => value < first.value);
  if (isDivided) yield compared(first, parts);
}

function compared(total: Observation, parts: readonly Observation[]): Comparison {
  const observations = [total, ...parts];
  if (meets(sumOf(parts.map(printedInterval)), printedInterval(total))) return { observations, misfit: null };
  const expected = clean(parts.reduce((sum, { value }) => sum + value, 0));
  const explain = `${subject(total)}: the ${parts.length} figures listed add up to ${asPrinted(expected, total)}, but ${total.source.figure} is printed for all of them.`;
  return { observations, misfit: { expected, explain } };
}
