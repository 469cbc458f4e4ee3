import { dateParts } from './calendar.ts';
import type { PeriodMention } from './expression.ts';

/** Between a quarter's name and its months: "the first quarter of the financial year (October to December 2018)". */
const BESIDE = /^(?:\s+of\s+the\s+(?:financial|fiscal|performance)\s+year)?\W{0,3}$/i;

/** The months that a paper prints right behind the name of a quarter; null where there are none. */
export function spelledOut(
  mention: PeriodMention,
  mentions: readonly PeriodMention[],
  text: string,
): PeriodMention | null {
  if (mention.expression.kind !== 'relative' || mention.expression.relation.to !== 'quarter-of-year') return null;
  const behind = mentions.find(({ start }) => start >= mention.end && BESIDE.test(text.slice(mention.end, start)));
  return behind?.expression.kind === 'interval' ? behind : null;
}

/** A note where the months are not those of that quarter of the financial year: the months are believed, not the name. */
export function misnamedQuarter(mention: PeriodMention, months: PeriodMention): string[] {
  const { expression } = mention;
  if (expression.kind !== 'relative' || expression.relation.to !== 'quarter-of-year') return [];
  if (months.expression.kind !== 'interval') return [];
  const quarter = ((expression.relation.quarter - 1 + 8) % 4) + 1;
  const first = ((quarter * 3) % 12) + 1;
  const isNamedRight = dateParts(months.expression.interval.start).month === first;
  return isNamedRight ? [] : [`quarter-misnamed: "${mention.text}" stands for ${months.text}`];
}
