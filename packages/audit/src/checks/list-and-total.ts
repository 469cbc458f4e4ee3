import { meets, type Observation, printedInterval, sumOf } from '@scrutineer/model';
import type { Comparison, PaperCheck } from '../check.ts';
import { amount, clean } from '../numbers.ts';
import { sentencesOf } from '../relations/sentence.ts';
import { subject } from '../relations/thing.ts';

/** "£45,250 for four projects:" and a list of four amounts. */
export const listAndTotal: PaperCheck = {
  rule: 'list-and-total',
  severity: 'error',
  needs: 'an amount for a number of things, and a list of as many amounts below it',
  about: 'The amounts of a list must add up to the amount that its first line prints for all of them.',
  *compare({ observations }) {
    const sentences = sentencesOf(observations);
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

function compared(total: Observation, parts: readonly Observation[]): Comparison {
  const observations = [total, ...parts];
  if (meets(sumOf(parts.map(printedInterval)), printedInterval(total))) return { observations, misfit: null };
  const expected = clean(parts.reduce((sum, { value }) => sum + value, 0));
  const explain = `${subject(total)}: the ${parts.length} amounts listed add up to ${amount(expected, total.unit)}, but ${total.source.figure} is printed for all of them.`;
  return { observations, misfit: { expected, explain } };
}
