import type { Fact, Leaf } from '@scrutineer/model';
import type { Passage, TextPassage } from '../document.ts';
import { tag } from '../language/tagger.ts';
import { sentencesOf } from '../narrative/sentences.ts';
import { calendarYear, formatInterval, type Interval, monthsLong, monthsTo } from '../periods/calendar.ts';
import type { PeriodMention } from '../periods/expression.ts';
import { findPeriods } from '../periods/find.ts';
import { resolvePeriod } from '../periods/resolve.ts';
import { type FrontLine, factAt } from './front-matter.ts';

/** One period that the paper may report on, with what speaks for it. */
interface Candidate {
  readonly interval: Interval;
  readonly leaf: Leaf;
  readonly start: number;
  readonly end: number;
  readonly score: number;
  /** A title, or a period that stands alone on its line, tells it. */
  readonly isTitle: boolean;
}

/** Words before a period that say that the paper, or all its figures, are of it. */
const CUES: readonly (readonly [RegExp, number])[] = [
  [/(?:reporting period|period covered|period of report|report period|(?:^|[.;:|]\s*)period)\W+(?:\w+\W+){0,4}$/i, 4],
  [
    /(?:report|paper|update|document|bulletin|briefing)s?\s+(?:\w+\s+){0,4}(?:covers?|covering|relates? to|is for|for the period|for|spans?|gives|during|reports? on)\b(?:\W+\w+){0,8}\W*$/i,
    4,
  ],
  [
    /(?:figures?|data|statistics|results|performance|comparisons?|numbers?|dates?)\s+(?:\w+\s+){0,6}?(?:are|is|cover|covers|relate|relates|run|ran|from|for|in)\b(?:\W+\w+){0,6}\W*$/i,
    3,
  ],
  [/(?:during|covering|covers|for|over|in)\s+(?:the\s+)?(?:\w+\s+){0,2}quarter\W+(?:\w+\W+){0,3}$/i, 3],
  [/this quarter\W+$/i, 3],
  [/(?:for the|covering the|over the|during the)\s+period\W+(?:\w+\W+){0,3}$/i, 4],
  [/comparing\W+$/i, 3],
];
const TITLE =
  /\b(?:report|performance|update|quarter\w*|monitoring|scrutiny|review|statistics|figures|bulletin|briefing|summary|assessments?|results|priorities|accounts|end of year|overview|budget|precept|funding|decision|survey)\b/i;
/** What says that a period is somebody else's, or of something to come. */
const NOT_OURS =
  /\b(?:national|nationally|MSG|most similar|group positions?|plan (?:for|to)?|strategy|next|baseline|budget for|due|deadline|published|produced|version|meeting of|minutes of|follows)\b/i;
/** How far back the words that lead to a period may begin, in characters. */
const REACH = 160;
/** How many passages may hold the title of a paper. */
const FRONT = 8;

/** The period that the paper says it reports on; null where it does not say so. */
export function readReportingPeriod(
  passages: readonly Passage[],
  lines: readonly FrontLine[],
  paperDate: string | null,
): Fact<string> | null {
  const texts = passages.filter((passage): passage is TextPassage => passage.kind === 'text');
  const candidates = [
    ...texts.flatMap((passage, index) => candidatesOf(passage, index)),
    ...lines
      .slice(0, FRONT)
      .flatMap(({ leaf, text, label }) => (label === null ? [] : candidatesOf({ leaf, text, role: 'paragraph' }, 0))),
  ];
  candidates.push(...texts.flatMap(lastYearOf));
  const best = candidates.reduce<Candidate | null>(
    (found, one) => (found && found.score >= one.score ? found : one),
    null,
  );
  const printed = mostPrinted(texts, paperDate);
  const isEarlier = best && printed && !best.isTitle && isLaterTwin(printed.interval, best.interval);
  const told = best && best.score >= ENOUGH && !isEarlier ? best : printed;
  return told ? factAt(formatInterval(told.interval), told.leaf, told.start, told.end) : null;
}

/** As long, and some years later: of two years that a paper compares the later is the one it reports on. */
function isLaterTwin(one: Interval, other: Interval): boolean {
  return one.end > other.end && one.start.slice(5) === other.start.slice(5) && monthsLong(one) === monthsLong(other);
}

/** As sure as words that say what a report covers. */
const STATED = 4;
/** "from 71 in 2017 to 116 last year": the year that a paper without a date calls the last. */
const LAST_YEAR = /\bin\s+(?<year>20\d{2})\s+(?:(?:down|up)\s+)?to\s+[\d,.]+(?:\s+[a-z]+)?\s+last\s+year\b/i;

function lastYearOf({ leaf, text }: TextPassage): Candidate[] {
  const match = LAST_YEAR.exec(text);
  if (!match) return [];
  const start = match.index + match[0].search(/last\s+year$/i);
  return [
    {
      interval: calendarYear(Number(match.groups!.year) + 1),
      leaf,
      start,
      end: match.index + match[0].length,
      score: STATED,
      isTitle: false,
    },
  ];
}

/** The year that the sentences call the last beside one they name; null where none does. */
export function namedLastYear(passages: readonly Passage[]): Interval | null {
  const texts = passages.filter((passage): passage is TextPassage => passage.kind === 'text');
  return texts.flatMap(lastYearOf)[0]?.interval ?? null;
}

/** The period that the sentences print most and that had ended by the paper's date; of several the one that ends last, then the shortest. */
function mostPrinted(
  texts: readonly TextPassage[],
  paperDate: string | null,
): Omit<Candidate, 'score' | 'isTitle'> | null {
  const found = new Map<string, { first: Omit<Candidate, 'score' | 'isTitle'>; times: number }>();
  for (const { leaf, text } of texts) {
    for (const mention of findPeriods(text)) {
      const interval = mention.form === 'calendar-year' ? null : intervalOf(mention);
      const before = text.slice(Math.max(0, mention.start - REACH), mention.start);
      if (!interval || (paperDate !== null && interval.end > paperDate)) continue;
      const isBaseline = /^\s*(?:\)\s*)?baseline\b/i.test(text.slice(mention.end));
      if (isBaseline || !isReportLength(interval) || COMPARED.test(before) || NOT_OURS.test(before)) continue;
      const key = formatInterval(interval);
      const printed = found.get(key);
      if (printed) printed.times += 1;
      else found.set(key, { first: { interval, leaf, start: mention.start, end: mention.end }, times: 1 });
    }
  }
  const [most] = [...found.values()].sort(
    ({ first: { interval: a }, times: m }, { first: { interval: b }, times: n }) =>
      n - m || (a.end < b.end ? 1 : a.end > b.end ? -1 : 0) || monthsLong(a) - monthsLong(b),
  );
  return most?.first ?? null;
}

/** A period that only stands somewhere in the front tells nothing yet. */
const ENOUGH = 2.5;

function candidatesOf({ leaf, text, role }: Pick<TextPassage, 'leaf' | 'text' | 'role'>, index: number): Candidate[] {
  const isFront = index < FRONT;
  return sentencesOf(text, role === 'heading').flatMap((range) => {
    const sentence = text.slice(range.start, range.end);
    const mentions = findPeriods(sentence);
    return mentions.flatMap((mention) => {
      const interval = intervalOf(mention) ?? (isFront ? yearTo(mention, sentence) : null);
      if (!interval || !isReportLength(interval)) return [];
      const before = sentence.slice(Math.max(0, mention.start - REACH), mention.start);
      const cue = Math.max(0, ...CUES.filter(([pattern]) => pattern.test(before)).map(([, weight]) => weight));
      const short = sentence.length <= LONGEST_TITLE;
      const isLine = !/\w\.\s*$/.test(sentence) || isName(sentence);
      const title = isFront && short && isLine && (TITLE.test(sentence) || role === 'heading') ? 4 : 0;
      // "December 2010" alone on a line may be when the paper came out.
      const isMonth = monthsLong(interval) === 1;
      const alone = isFront && short && !isMonth && mention.end - mention.start > sentence.trim().length - 20 ? 2 : 0;
      const all = ALL_FIGURES.test(sentence) ? 3 : 0;
      const score =
        (isFront || all > 0 || cue >= 4 ? cue : cue / 2) +
        title +
        alone +
        all +
        (isFront ? 1 - index / 20 : 0) +
        (monthsLong(interval) >= 3 ? 0.5 : 0) -
        (NOT_OURS.test(before) ? 4 : 0) -
        (COMPARED.test(before) ? 4 : 0) -
        (mention.form === 'calendar-year' ? 1.5 : 0) -
        (mentions.length > 2 ? 1 : 0);
      const isTitle = title + alone + all > 0;
      return [{ interval, leaf, start: range.start + mention.start, end: range.start + mention.end, score, isTitle }];
    });
  });
}

const LONGEST_TITLE = 200;

/** "Performance report, Quarter 2 2021/22.": words without a verb are a title, though a stop ends them. */
function isName(sentence: string): boolean {
  return (
    sentence.split(/\s+/).length <= LONGEST_NAME && !tag(sentence).some(({ pos }) => pos === 'VERB' || pos === 'AUX')
  );
}

const LONGEST_NAME = 10;

/** "Every increase shown is for …", "all figures are", "unless stated otherwise": said of all figures. */
const ALL_FIGURES =
  /\b(?:all|every|each)\b[^.]{0,40}\b(?:figures?|increases?|changes?|data|comparisons?|percentages?)\b|\bunless\b[^.]{0,30}\b(?:stated|noted|shown|specified)\b|\bunless otherwise\b|\bfigures (?:are|below|cover)\b/i;

/** Periods stated in full; a month is one where the words say that it is a period of a report. */
function intervalOf(mention: PeriodMention): Interval | null {
  const { expression } = mention;
  if (expression.kind === 'interval') return expression.interval;
  if (expression.kind === 'date' && expression.grain === 'month') return null;
  return resolvePeriod(expression, NO_CONTEXT, null).interval;
}

/** "performance report to September 2024": reports to a month are of the year that ends with it. */
function yearTo({ expression, start }: PeriodMention, sentence: string): Interval | null {
  const isEnd = /\b(?:to|ending|ended)\s+(?:the\s+end\s+of\s+)?$/i.test(sentence.slice(0, start));
  return isEnd && expression.kind === 'date' && TITLE.test(sentence) && sentence.length <= LONGEST_TITLE
    ? monthsTo(expression.date, 12)
    : null;
}

/** What a figure is compared with is not what the paper reports on. */
const COMPARED =
  /\b(?:compared (?:to|with)|comparison (?:to|with)|than|against|versus|vs\.?|same (?:time )?(?:period|quarter|point)[^.]{0,20}|since|previous|beside|baseline)\W+(?:the\s+)?(?:\w+\s+){0,3}$/i;

const NO_CONTEXT = {
  paperDate: null,
  reportingEnd: null,
  reportingPeriod: null,
  usual: null,
  usualMonths: null,
  comparesYears: false,
  lastYear: null,
};

/** Papers report on a month to a year and a half; longer spans are plans. */
function isReportLength({ start, end }: Interval): boolean {
  const days = (Date.parse(end) - Date.parse(start)) / 86_400_000 + 1;
  return days >= 27 && days <= 550;
}
