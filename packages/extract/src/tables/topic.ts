import type { PaperContext } from '../context.ts';
import type { TablePassage } from '../document.ts';
import { unitIn } from '../figures/units.ts';
import { tellingHeading } from '../headings.ts';
import type { Interval } from '../periods/calendar.ts';
import { findPeriods } from '../periods/find.ts';
import { resolveMentions } from '../periods/pick.ts';
import { type Area, findAreas } from '../registry/areas.ts';
import { findMeasures, type Measure, measureOfLabel } from '../registry/measures.ts';
import { expandAcronyms } from '../text/acronyms.ts';
import { isParticiple, isWord } from '../text/lexicon.ts';
import { normalise } from '../text/normalise.ts';

/** What a whole table is about, by its title, the sentence that announces it and the headings above. */
export interface Topic {
  /** Null where nothing but the table itself tells. */
  readonly label: string | null;
  readonly measure: Measure | null;
  readonly unit: string | null;
  readonly scale: number;
  readonly area: Area | null;
  /** Month and day on which the years of the columns end ("12 months to 31 March"); null where no title tells. */
  readonly yearEnd: { readonly month: number } | null;
  /** Nothing nearer than a heading tells it. */
  readonly fromHeading: boolean;
  /** The one period that the title names; null where it names none or several. */
  readonly period: Interval | null;
}

/** Reads a table's topic: its title first, then the sentence that announces it, then the nearest heading. */
export function readTopic(passage: TablePassage, context: PaperContext): Topic {
  const heading = tellingHeading(passage.headings);
  const texts = [passage.table.title, announcement(passage.before), heading].filter((text) => text !== null);
  const [closest] = texts.slice(0, 1);
  for (const text of texts) {
    const topic = { ...topicOf(text, context), fromHeading: text === heading };
    if (topic.measure || (topic.label && text !== heading)) return topic;
  }
  return texts.length > 0
    ? { ...topicOf(closest ?? texts[0]!, context), fromHeading: closest === heading }
    : { yearEnd: null, fromHeading: false, label: null, measure: null, unit: null, scale: 1, area: null, period: null };
}

/** The sentence of the paragraph before that speaks of the table, else nothing. */
function announcement(before: string | null): string | null {
  if (!before) return null;
  const sentences = before.split(/(?<=[.:])\s+/);
  return (
    sentences.find((sentence) => /\b(?:table|chart|figures?|below|following|shown)\b/i.test(sentence)) ??
    (before.length < LONGEST_CAPTION && !/[.;]\s*$/.test(before) ? before : null)
  );
}

/** What a title, or the header above the labels, says a table is about. */
export function topicOf(text: string, context: PaperContext): Topic {
  const plain = normalise(text);
  const expanded = expandAcronyms(plain, context.acronyms);
  const unit = /£/.test(plain)
    ? 'GBP'
    : /\bper\s+1/.test(plain)
      ? unitIn(plain)
      : /\(\s*%\s*\)|%\s*$|^\W*(?:%|percentage)\s+of\b/i.test(plain)
        ? 'percent'
        : null;
  const found = findMeasures(expanded)[0]?.entry ?? null;
  const name = QUESTION.test(titleName(plain)) ? '' : titleName(plain);
  const measure = measureOfLabel(saidOf(titleName(expanded))) ?? found;
  const rate = unit === 'per-100k' ? ' per 100k population' : unit === 'per-1000' ? ' per 1,000 population' : '';
  return {
    label: measure ? measure.label + rate : name || null,
    measure: rate ? null : measure,
    unit,
    scale: /£\s?m\b|millions/i.test(plain) ? 1e6 : /£\s?'?000|£k\b|thousands/i.test(plain) ? 1e3 : 1,
    area: onlyArea(plain),
    period: onlyPeriod(plain, context),
    yearEnd: yearEndOf(plain),
    fromHeading: false,
  };
}

/** "12 months to 31 March", "year ending March": what a bare year in a column's header then means. */
function yearEndOf(text: string): { month: number } | null {
  for (const { expression } of findPeriods(text)) {
    if (
      expression.kind === 'relative' &&
      expression.relation.to === 'months-to-month' &&
      expression.relation.months === 12
    )
      return { month: expression.relation.month };
  }
  return null;
}

function onlyPeriod(text: string, context: PaperContext): Interval | null {
  const { intervals } = resolveMentions(findPeriods(text), context.periods, null);
  return intervals.length === 1 ? intervals[0]! : null;
}

function onlyArea(text: string): Area | null {
  const areas = findAreas(text);
  return areas.length === 1 ? areas[0]!.entry : null;
}

/** "Where crime is recorded" is about crime. */
function saidOf(name: string): string {
  if (!QUESTION.test(name)) return name;
  return name
    .split(' ')
    .slice(1)
    .filter((word) => !isWord(word, 'auxiliaries', 'determiners', 'prepositions') && !isParticiple(word))
    .join(' ');
}

const QUESTION = /^(?:where|how|why|what|who|when)\b/i;

/** A title without its number, remarks and leading words. */
function titleName(title: string): string {
  return title
    .replace(/^\s*(?:table|figure|chart|appendix|annex)\s+\w+\s*[:.-]*\s*/i, '')
    .replace(/^\s*(?:\d+(?:\.\d+)*|[a-z])[.)]\s+/i, '')
    .replace(/\([^)]*\)|<[^>]*>/g, ' ')
    .replace(/^(?:number of|numbers of|breakdown of|summary of|the)\s+/i, '')
    .replace(/\s+/g, ' ')
    .replace(/[\s:.,-]+$/, '')
    .trim();
}

/** A caption is one line; what is longer or ends in a full stop is prose, in characters. */
const LONGEST_CAPTION = 140;
