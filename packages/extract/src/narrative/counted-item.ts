import type { PaperContext } from '../context.ts';
import type { TextPassage } from '../document.ts';
import type { Draft } from '../draft.ts';
import { nounPhraseAt } from './phrases.ts';

const COUNTED = /^\s*(\d{1,4})\s+(?=[A-Z"'\u2018\u201c])/;
const LEAD = /\bfollowing\s+(?=[a-z])|\bnumber of\s+(?=[a-z])/i;

/**
 * An item of a list that begins with how many there are ("3 Increasing everyone's business – …") under a lead-in that
 * says of what ("we have the following recommendations"). Null where the passage is no such item.
 */
export function readCountedItem(passage: TextPassage, context: PaperContext): Draft | null {
  const match = COUNTED.exec(passage.text);
  const lead = passage.leadIn ? LEAD.exec(passage.leadIn) : null;
  if (!match || !lead) return null;
  const counted = nounPhraseAt(passage.leadIn!.slice(lead.index + lead[0].length));
  const start = match[0].indexOf(match[1]!);
  const name = passage.text
    .slice(match[0].length)
    .split(/\s[-\u2013\u2014]\s|[:.;]/)[0]!
    .trim();
  return {
    leaf: passage.leaf,
    figure: { start, end: start + match[1]!.length, text: match[1]! },
    quote: passage.text.trim(),
    headings: passage.headings,
    table: null,
    measure: { id: null, label: [counted, name].filter(Boolean).join(' - ') },
    area: context.area,
    breakdown: [],
    statistic: 'level',
    value: Number(match[1]),
    unit: 'count',
    qualifier: null,
    period: null,
    baseline: null,
    outOf: null,
    method: 'narrative/counted-item',
    notes: [],
  };
}
