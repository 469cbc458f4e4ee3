import { findPeriods } from './periods/find.ts';

/** Headings that name a part of every paper, or the meeting, and no subject. */
const GENERIC =
  /^(?:background|introduction|summary|executive summary|recommendations?|issue for consideration|performance headlines|headlines|update|overview|conclusions?|purpose(?: of (?:the )?report)?|report|appendix.*|findings|key points|context|contents|performance|.*\b(?:panel|board|committee|meeting)\b.*|.*\breport\b.*)$/i;

/** A heading without its number. */
export function cleanHeading(heading: string): string {
  return heading
    .replace(/^\W*(?:(?:\d+(?:\.\d+)*|[a-z])[.):]?\s+)?/i, '')
    .replace(/[\s:.]+$/, '')
    .trim();
}

/** The nearest heading that names a subject, without its number; null where none does. */
export function tellingHeading(headings: readonly string[]): string | null {
  return (
    headings.map(cleanHeading).findLast((heading) => heading !== '' && !GENERIC.test(heading) && !isDate(heading)) ??
    null
  );
}

function isDate(heading: string): boolean {
  return findPeriods(heading).some(
    (period) => period.form === 'day-date' || period.end - period.start > heading.length / 2,
  );
}
