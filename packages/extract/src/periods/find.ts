import { normalise } from '../text/normalise.ts';
import { remember } from '../text/remember.ts';
import type { Need, PeriodForm, PeriodMention } from './expression.ts';
import { PERIOD_FORMS } from './forms.ts';

const COMPILED = PERIOD_FORMS.map((form) => ({
  form,
  pattern: new RegExp(`(?<![\\w£.])(?:${form.pattern})(?!\\w)`, 'gi'),
}));

const NEEDS: Readonly<Record<Need, RegExp>> = {
  digit: /\d/,
  month: /(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i,
  quarter: /quarter|\bq(?:tr)?\s?[1-4]/i,
  word: /quarter|year|months|\bq[1-4]|period|month|report|meeting|ytd|last|previous/i,
};

/**
 * Every period that a text mentions, in order, none overlapping another. The longest match wins.
 *
 * @param text any text; offsets of the mentions are half-open UTF-16 offsets in it
 */
export const findPeriods: (text: string) => readonly PeriodMention[] = remember((text) => {
  if (PLAIN_NUMBER.test(text)) return [];
  const plain = normalise(text);
  const met = new Set((Object.keys(NEEDS) as Need[]).filter((need) => NEEDS[need].test(plain)));
  if (met.size === 0) return [];
  const candidates = COMPILED.flatMap(({ form, pattern }) =>
    form.needs.every((need) => met.has(need)) ? matches(form, pattern, plain) : [],
  );
  return withoutOverlaps(candidates);
});

/** A cell with a count or a percentage: by far the most common text, and never a period. */
const PLAIN_NUMBER = /^[\s(+-]*£?(?:(?:\d{1,3}(?:,\d{3})+|\d{1,3})(?:\.\d+)?|\d+\.\d+)%?[\s)]*$/;

function withoutOverlaps(candidates: PeriodMention[]): PeriodMention[] {
  if (candidates.length < 2) return candidates;
  candidates.sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  // The characters of a text that a mention has taken: a mark for each, because a paper may mention thousands.
  const taken = new Uint8Array(candidates.reduce((last, { end }) => Math.max(last, end), 0));
  const kept = candidates.filter(({ start, end }) => {
    // A mention taken before is longer: it covers an end of whatever it overlaps.
    if (taken[start] || taken[end - 1]) return false;
    taken.fill(1, start, end);
    return true;
  });
  return kept.sort((a, b) => a.start - b.start);
}

function matches(form: PeriodForm, pattern: RegExp, text: string): PeriodMention[] {
  const found: PeriodMention[] = [];
  for (const match of text.matchAll(pattern)) {
    const expression = form.read(match.groups ?? {});
    if (!expression) continue;
    const start = match.index;
    found.push({ start, end: start + match[0].trimEnd().length, text: match[0].trim(), form: form.name, expression });
  }
  return found;
}
