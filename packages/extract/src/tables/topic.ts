import type { PaperContext } from '../context.ts';
import type { TablePassage } from '../document.ts';
import { cleanHeading, tellingHeadings } from '../headings.ts';
import type { Interval } from '../periods/calendar.ts';
import { findPeriods } from '../periods/find.ts';
import { resolveMentions } from '../periods/pick.ts';
import { type Area, findAreas } from '../registry/areas.ts';
import { findMeasures } from '../registry/measures.ts';
import { expandAcronyms } from '../text/acronyms.ts';
import { isParticiple, isWord } from '../text/lexicon.ts';
import { normalise } from '../text/normalise.ts';
import { type HeaderText, readHeaderText, withoutPeriods } from './header-text.ts';

/** What a whole table is about, by its title, the sentence that announces it, its fact rows and the headings above. */
export interface Topic {
  /** What its figures are of, by the nearest text that tells; null where nothing but the table itself does. */
  readonly name: string | null;
  /** Nothing nearer than a heading tells it. */
  readonly fromHeading: boolean;
  readonly unit: string | null;
  readonly scale: number;
  readonly area: Area | null;
  /** The month in which the years of the columns end ("12 months to 31 March"); null where no title tells. */
  readonly yearEnd: number | null;
  /** The one period that a title or heading names; null where none does. */
  readonly period: Interval | null;
  /** All periods that the nearest text with several names, as printed: one for each column where the table has no headers. */
  readonly periods: readonly Interval[];
  /** What a change is against, by the same texts; null where they name no earlier period. */
  readonly baseline: Interval | null;
}

/**
 * Reads a table's topic from all texts that stand over it, the nearest first.
 *
 * @param own texts of the table itself that speak of all of it: fact rows ("Crime category | Robbery"), a title row
 */
export function readTopic(passage: TablePassage, context: PaperContext, own: readonly string[]): Topic {
  const captions = [passage.table.title, passage.before].map((text) => text?.replace(TARGETED, '') ?? null);
  const title = STATES.test(captions[0] ?? '') ? null : captions[0]!;
  const printed = [...own, title, announcement(captions[1]!)].filter((text) => text !== null && text !== '');
  const texts = printed.map((text) => readHeaderText(expandAcronyms(normalise(text!), context.acronyms)));
  const above = passage.headings.map((text) => readHeaderText(cleanHeading(normalise(text)))).reverse();
  const nearName = texts.map((text) => topicName(text)).find((name) => name !== null) ?? null;
  const headingName = headingTopic(passage.headings, context);
  const near = texts.map(({ text }) => periodsIn(text, context, false));
  const dated =
    [...near, ...above.map(({ text }) => periodsIn(text, context, true))].find(({ length }) => length > 0) ?? [];
  const sorted = [...dated].sort((a, b) => (a.end < b.end ? 1 : -1));
  return {
    name: nearName ?? headingName,
    fromHeading: nearName === null,
    unit: unitOf(texts) ?? unitOf(above.slice(0, 1)),
    scale: [...texts, ...above.slice(0, 1)].find(({ scale }) => scale !== 1)?.scale ?? 1,
    area:
      texts
        .map(({ text }) => onlyArea(text))
        .find((area) => area !== null && area.kind !== 'nation' && area.kind !== 'group') ??
      areaOfHeadings(passage.headings),
    yearEnd: texts.map(({ text }) => yearEndOf(text)).find((month) => month !== null) ?? null,
    periods: near.find(({ length }) => length > 1) ?? [],
    period: dated.length === 1 || dated.length === 2 ? (sorted[0] ?? null) : null,
    baseline: dated.length === 2 && sorted[1]!.end < sorted[0]!.end ? sorted[1]! : null,
  };
}

/** The nearest heading that names a subject. */
function headingTopic(headings: readonly string[], { acronyms }: PaperContext): string | null {
  for (const heading of tellingHeadings(headings)) {
    const name = topicName(readHeaderText(expandAcronyms(normalise(heading), acronyms)));
    if (name) return name;
  }
  return null;
}

/** A unit of a title counts only where it is plainly one: pounds, a rate, a percentage. */
function unitOf(texts: readonly HeaderText[]): string | null {
  for (const { text, unit } of texts) {
    if (unit === 'GBP' || unit === 'per-1000' || unit === 'per-100k') return unit;
    if (/\(\s*%\s*\)|%\s*$|^\W*(?:%|percentage|per ?cent|proportion|share)\b|\bper ?cent\b/i.test(text))
      return 'percent';
  }
  return null;
}

/** "Policing target - Increase the proportion of …": the order of a target before what it is of. */
const TARGETED =
  /^[A-Za-z ]{0,40}\btargets?\s*[:\u2013-]\s*(?:to\s+)?(?:increase|reduce|improve|raise|maintain|achieve)\s+(?:the\s+)?/i;

/** Words that say that a text speaks of the table. */
const ANNOUNCES = /\b(?:table|chart|figures?|below|following|shown|follows|set out|breakdown)\b/i;
/** A caption is one line; what is longer or ends in a full stop is prose, in characters. */
const LONGEST_CAPTION = 160;

/** What states a figure of its own, or a target, is no caption. */
const STATES = /\d\s?%|\b(?:targets?|milestones?)\b/i;

/** The sentence of the paragraph before that speaks of the table, or a paragraph that is a caption; else null. */
function announcement(before: string | null): string | null {
  if (!before) return null;
  const sentences = before.split(/(?<=[.:;])\s+/);
  return (
    sentences.findLast((sentence) => /\b(?:table|below|following)\b/i.test(sentence)) ??
    sentences.findLast((sentence) => ANNOUNCES.test(sentence)) ??
    (before.length < LONGEST_CAPTION && !/[.;]\s*$/.test(before) && !STATES.test(before) ? before : null)
  );
}

/** What a title says that its table is of: its words without periods, areas and what only speaks of the table. */
function topicName({ text }: HeaderText): string | null {
  const plain = withoutPeriods(text, findPeriods(text));
  const named = findAreas(plain).reduceRight(withoutArea, plain);
  const said = sentenceTopic(named);
  if (said === null) return null;
  const clause = said ?? beforeColon(named);
  const name = clause
    .replace(/\([^)]*\)|<[^>]*>/g, ' ')
    .replace(/^\s*(?:table|figure|chart|appendix|annex|graph)\s+[\w.]+\s*[:.-]*\s*/i, '')
    .replace(/^\s*(?:\d+(?:\.\d+)*|[a-z])[.)]\s+/i, '')
    .replace(/^\s*[A-Z]{2,4}\s?\d{1,3}\s*[:\u2013-]+\s*/, '')
    .replace(TABLE_WORDS, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s:;.,–&-]+|[\s:;.,–&-]+$/g, '')
    .replace(EDGE_WORDS, '')
    .replace(EDGE_WORDS, '')
    .trim();
  const words = name.split(' ').filter((word) => /[A-Za-z]{2}/.test(word));
  const verb = words.findIndex((word, at) => at > 0 && SAID.test(word));
  if (verb > 0) return topicName(readHeaderText(words.slice(0, verb).join(' ')));
  if (words.length === 0 || words.length > (ASKS.test(name) ? 2 * MOST_WORDS : MOST_WORDS) || NO_TOPIC.test(name))
    return null;
  return onlyMeasure(name) ?? name;
}

/** What is said of a subject: "crime reduced as shown". */
const SAID =
  /^(?:reduced|increased|decreased|fell|rose|dropped|changed|performed|compared|shown|stood|was|were|is|are|has|have|had|as)$/i;

/** "People who feel that …", "Residents who believe …": what a survey asks is told at length. */
const ASKS =
  /^(?:(?:proportion|percentage|number|share)\s+of\s+)?(?:people|residents|adults|victims|respondents|public|those|users)\s+(?:who|that|feeling|agreeing)\b/i;

/** Words that point and do not name. */
const NO_TOPIC =
  /^(?:police|cps|btp|hmic|hmicfrs|ipcc|iopc|pcc|opcc|mps|is|are|was|were)$|^(?:position|picture|situation)\b|\b(?:commissioner|constabulary|authority|panel|council|committee|meeting|partnership|key findings|board)\b|^(?:(?:this|these|that|those|our|the|each|follow\w*|local)\s*)?(?:areas?|forces?|districts?|divisions?|period|years?|follow\w*|below|above|page|document|paper|answer|information|details?|crime types?|categor(?:y|ies))?$/i;
/** "across our most similar group of forces" is left out whole. */
function withoutArea(text: string, { start, end }: { start: number; end: number }): string {
  const before = text
    .slice(0, start)
    .replace(/\s*\b(?:across|in|for|within|by|of|at|throughout)\s+(?:our|the|its)?\s*$/i, '');
  return `${before} ${text.slice(end).replace(/^\s+of forces\b/i, '')}`;
}

/** The one measure of the registry that makes up most of a name; null where none does. */
function onlyMeasure(name: string): string | null {
  const [found, other] = findMeasures(name);
  if (!found || other || ASPECTS.test(name)) return null;
  const own = name.slice(found.start, found.end);
  return own.length >= 0.5 * name.length ? own : null;
}

/** Words that make another measure of the one beside them. */
const ASPECTS =
  /\b(?:satisf\w+|rates?|detect\w+|outcomes?|arrests?|repeat|victims?|offenders?|suspects?|share|proportion|budget|response|time|referrals?)\b/i;

/** "Recorded crime: the areas of the north" is about what stands before the colon. */
function beforeColon(text: string): string {
  const [before = '', after] = text.split(/:\s+/);
  return after !== undefined && /[A-Za-z]{3}/.test(before) && !/^(?:table|figure|chart|appendix)\b/i.test(before)
    ? before
    : text;
}

/** A name of more words is a sentence that was not understood. */
const MOST_WORDS = 12;

/** Words of titles that speak of the table, its columns and the paper, and of no measure. */
const TABLE_WORDS =
  /\b(?:monthly|quarterly|annual(?:ly)?|yearly|weekly|per\s+(?:[\d,]+k?|thousand|head)(?:\s+(?:of\s+)?(?:the\s+)?(?:population|people|residents|households))?)\b|\b(?:the )?(?:table|figures?|chart|breakdown|summary|overview|statistics|stats|data|results?|report|appendix|comparison|comparing|performance (?:report|summary|update)|by (?:district|division|force|area|ethnicity|month|quarter|year|age|gender|sex|crime type|category|offence type|borough|ward|region)s?|year to date|for the|number of|numbers of|levels? of|total number of)\b/gi;

const EDGE_WORDS =
  /^(?:and|of|for|in|the|a|an|to|at|on|by|with|is|are|from|between|as|against|per|over|below|our|their|its|how|what|each|v|vs)\s+|\s+(?:and|of|for|in|the|a|an|to|at|on|by|with|is|are|as|from|between|against|over|below|v|vs)$/gi;

/**
 * What a sentence says that the table shows: "The table below shows recorded crime by district", "A breakdown of the
 * budget follows", "Set out in the table is how many officers left". Null where it says no such thing; `undefined` where
 * the text is no sentence but a caption.
 */
function sentenceTopic(text: string): string | null | undefined {
  if (QUESTION.test(text)) return questionTopic(text);
  for (const pattern of SHOWN) {
    const what = pattern.exec(text)?.groups?.what;
    if (what && isNoun(what)) return what;
  }
  const words = text.split(/\s+/);
  if (/^(?:percentage|proportion|number|share|%)\s/i.test(text) && !/[.;]\s*$/.test(text)) return undefined;
  const isSentence = words.length > 8 && (/[.;]\s*$/.test(text) || words.some((word) => isWord(word, 'auxiliaries')));
  return isSentence ? null : undefined;
}

/** "taken from national data", "available until June" say nothing of what is shown. */
function isNoun(what: string): boolean {
  const [first = ''] = what.trim().split(/\s+/);
  return (
    !isParticiple(first) &&
    !isWord(first, 'prepositions', 'auxiliaries', 'conjunctions') &&
    !/^(?:only|not|available|correct|accurate|provisional|subject)$/i.test(first)
  );
}

const SHOWS =
  '(?:shows?|gives?|sets? out|details?|displays?|compares?|lists?|provides?|presents?|summarises?|indicates?|illustrates?|outlines?|covers?|contains?)';
const SHOWN: readonly RegExp[] = [
  /^(?:the\s+|a\s+)?(?:breakdown of\s+(?:the\s+)?)?(?<what>[^.:;,]+?)\s+(?:follows|(?:is|are) (?:shown|set out|given|listed|as follows|detailed|below|presented|provided|summarised)|as follows)\b/i,
  new RegExp(
    `\\b(?:table|chart|figures?|graph|data|following|breakdown|statistics)\\b[^.:;]{0,40}?\\b${SHOWS}\\s+(?:how many\\s+|the\\s+)?(?<what>[^.:;,]+)`,
    'i',
  ),
  /\b(?:table|chart|figures|data|statistics|breakdown|number|numbers|rates?|levels?)\b(?: below| here| following)?\s+(?:is|are|of)\s+(?:of\s+|how many\s+)?(?:the\s+)?(?<what>[^.:;,(]+)/i,
  /\bin the (?:table|chart)\b[^.:;]{0,20}?\b(?:is|are)\s+(?:how many\s+|the\s+)?(?<what>[^.:;,]+)/i,
];

const QUESTION = /^(?:where|how|why|what|who|when)\b/i;

/** "Where crime is recorded" is about crime. */
function questionTopic(text: string): string {
  return text
    .split(' ')
    .slice(1)
    .filter((word) => !isWord(word, 'auxiliaries', 'determiners', 'prepositions') && !isParticiple(word))
    .join(' ');
}

/** "12 months to 31 March", "year ending March": what a bare year in a column's header then means. */
function yearEndOf(text: string): number | null {
  for (const { expression } of findPeriods(text)) {
    if (
      expression.kind === 'relative' &&
      expression.relation.to === 'months-to-month' &&
      expression.relation.months === 12
    )
      return expression.relation.month;
  }
  return null;
}

/** The intervals that a title states in full or by the paper's own dates; publication dates of one day are none. */
function periodsIn(text: string, context: PaperContext, isHeading: boolean): Interval[] {
  const mentions = findPeriods(text).filter(
    ({ form, start, expression }) =>
      (!(isHeading && expression.kind === 'date') && form !== 'day-date') ||
      /\b(?:at|on|to|as of)\s+$/i.test(text.slice(0, start)),
  );
  return resolveMentions(mentions, context.periods, null).intervals;
}

function onlyArea(text: string): Area | null {
  const areas = findAreas(text);
  return new Set(areas.map(({ entry }) => entry.label)).size === 1 ? areas[0]!.entry : null;
}

/** A heading that is an area and little else heads its figures; a force in a title is the paper's own anyway. */
function areaOfHeadings(headings: readonly string[]): Area | null {
  for (const heading of [...headings].reverse()) {
    const area = readHeaderText(cleanHeading(heading)).area;
    if (area) return area;
  }
  return null;
}
