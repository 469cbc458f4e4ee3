import { normalise } from '../text/normalise.ts';
import type { PeriodForm, PeriodMention } from './expression.ts';
import { PERIOD_FORMS } from './forms.ts';

const COMPILED = PERIOD_FORMS.map((form) => ({ form, pattern: new RegExp(`(?<![\\w£.])(?:${form.pattern})(?!\\w)`, 'giu') }));

/**
 * Every period that a text mentions, in order, none overlapping another. The longest match wins.
 *
 * @param text any text; offsets of the mentions are half-open UTF-16 offsets in it
 */
export function findPeriods(text: string): PeriodMention[] {
  const plain = normalise(text);
  if (!/\d|quarter|year|period|month|report|meeting|last|ytd|since|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i.test(plain)) return [];
  const candidates = COMPILED.flatMap(({ form, pattern }) => matches(form, pattern, plain));
  candidates.sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  const taken: PeriodMention[] = [];
  for (const candidate of candidates) {
    if (taken.every((other) => candidate.end <= other.start || candidate.start >= other.end)) taken.push(candidate);
  }
  return taken.sort((a, b) => a.start - b.start);
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
