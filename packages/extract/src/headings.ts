import { findPeriods } from './periods/find.ts';
import { findAreas } from './registry/areas.ts';

/** Headings that name a part of every paper, or the meeting, and no subject. */
const GENERIC =
  /^(?:background|introduction|summary|executive summary|recommendations?|issue for consideration|performance headlines|headlines|update|overview|conclusions?|purpose(?: of (?:the )?report)?|report|appendix.*|findings|key points|context|contents|performance|.*\b(?:panel|board|committee|meeting)\b.*|.*\breport\b.*|no\.? item|minutes|agenda(?: items?)?|decisions?|statistics|(?:monthly |quarterly |annual )?performance overview|key areas|(?:history|trends?|definition|data|rationale|analysis|commentary|current position|latest position|latest data|what the data (?:shows?|says?))(?: (?:with|of|for) (?:this|the) (?:indicator|measure|target))?)$/i;
/** The name of a body and nothing else: "West Mercia Police and Crime Commissioner". */
const BODY =
  /^(?:(?:the )?(?:office of )?(?:the )?)?(?:[A-Z][\w&'-]*,?\s+(?:and\s+|&\s+)?){1,5}(?:police(?: service)?|constabulary|police and crime commissioner|police, fire and crime commissioner|commissioner for police|police authority|council)(?:\s*\([^()]*\))?$/i;

/** A heading without its number. */
export function cleanHeading(heading: string): string {
  return heading
    .replace(/^\W*(?:(?:\d+(?:\.\d+)*|[a-z])[.):]?\s+)?/i, '')
    .replace(/[\s:.]+$/, '')
    .trim();
}

/** The headings that name a subject, without their numbers, the nearest first. */
export function tellingHeadings(headings: readonly string[]): string[] {
  return headings
    .map(cleanHeading)
    .filter((heading) => heading !== '' && !GENERIC.test(heading) && !BODY.test(heading) && !isDate(heading))
    .reverse();
}

/** The nearest heading that names a subject, without its number; null where none does. */
export function tellingHeading(headings: readonly string[]): string | null {
  return tellingHeadings(headings)[0] ?? null;
}

/** "Durham Constabulary: recorded crime in 2015": the title of a paper or a part names its body, and no measure. */
export function isTitle(heading: string): boolean {
  return findAreas(heading).length > 0 || heading.split(/\s+/).length > LONGEST_LEAD;
}

/** A longer heading says something, in words. */
const LONGEST_LEAD = 6;

function isDate(heading: string): boolean {
  return findPeriods(heading).some(
    (period) => period.form === 'day-date' || period.end - period.start > heading.length / 2,
  );
}
