import type { PaperContext } from '../context.ts';
import type { TextPassage } from '../document.ts';
import type { Draft } from '../draft.ts';
import { monthsLong } from '../periods/calendar.ts';
import { findPeriods } from '../periods/find.ts';
import { resolvePeriod } from '../periods/resolve.ts';
import { agreeing } from '../resolve/agreeing-figures.ts';
import { readCountedItem } from './counted-item.ts';
import { readLineList } from './line-list.ts';
import { FORGETFUL, isMemorable, type Memory, NO_STATE } from './memory.ts';
import { otherPrintings } from './other-printings.ts';
import { type FigureOfSentence, readSentence } from './read-sentence.ts';
import { doubtRowOfFigures } from './row-of-figures.ts';
import { scanSentence } from './scan.ts';
import { withSharedPeriods } from './sentence-periods.ts';
import { sentencesOf } from './sentences.ts';

/**
 * Reads every figure of the sentences of a paper.
 *
 * @param tables what the paper's tables gave: a figure that a sentence prints without its period has that of the same
 *   figure in a table
 */
export function readNarrative(
  passages: readonly TextPassage[],
  context: PaperContext,
  tables: readonly Draft[],
): Draft[] {
  const lists: Draft[] = [];
  const sentences: (readonly FigureOfSentence[])[] = [];
  let memory: Memory = { headings: '', sections: new Map(), ...FORGETFUL };
  for (const passage of passages) {
    const headings = passage.headings.join('\n');
    if (headings !== memory.headings)
      memory = { ...FORGETFUL, sections: withHeadingPeriod(memory.sections, passage.headings, context), headings };
    const listed = listOf(passage, context, memory);
    if (listed) {
      lists.push(...listed);
      continue;
    }
    const passageState = passage.role === 'item' ? memory.lead : NO_STATE;
    memory = { ...memory, previous: null, mentioned: null, area: undefined, level: null, passage: passageState };
    for (const range of sentencesOf(passage.text, passage.role === 'heading')) {
      const read = readSentence(scanSentence(passage.text, range, context), passage, context, memory);
      sentences.push(read.figures);
      memory = withSection(read.memory, passage.text.slice(range.start, range.end), context);
    }
    if (passage.role !== 'item') memory = { ...memory, lead: memory.passage };
  }
  const drafts = [...lists, ...sentences.flat().map(({ draft }) => draft)];
  const printed = otherPrintings(drafts, tables);
  let at = lists.length;
  const found = sentences.flatMap((figures) =>
    agreeing(
      doubtRowOfFigures(
        withSharedPeriods(
          figures.map((figure) => ({ ...figure, draft: printed[at++]! })),
          context.periods,
        ),
      ),
    ),
  );
  return [...printed.slice(0, lists.length), ...found];
}

/**
 * "Suicide and mental health 2014/15": a heading that names a period is of all that stands below it, unless the
 * paper says what all its figures are of. That of a quarter's paper is not of the money and the staff it tells of; that of
 * a year's is.
 */
function withHeadingPeriod(
  sections: Memory['sections'],
  headings: readonly string[],
  { periods }: PaperContext,
): Memory['sections'] {
  const key = headings.join('\n');
  const heading = headings.at(-1);
  const mentions = heading && !periods.usual && !sections.has(key) ? findPeriods(heading) : [];
  const intervals = mentions.flatMap(({ expression }) =>
    expression.kind === 'interval' ? [resolvePeriod(expression, periods, null).interval] : [],
  );
  const [interval] = intervals;
  const { reportingPeriod } = periods;
  const isOfPaper = interval?.start === reportingPeriod?.start && interval?.end === reportingPeriod?.end;
  const isOfAll = interval && isMemorable(interval, periods) && (!isOfPaper || monthsLong(interval) === 12);
  return intervals.length === 1 && isOfAll ? new Map([...sections, [key, { interval, ofAll: true }]]) : sections;
}

/** "data at national level are for interviews of the year ending 30 September": what all figures of the section are of. */
function withSection(memory: Memory, sentence: string, { periods }: PaperContext): Memory {
  const mention = DATA_ARE_OF.test(sentence)
    ? findPeriods(sentence).findLast(({ start }) => {
        const before = sentence.slice(0, start);
        return DATA_ARE_OF.test(before) && !COMPARED.test(before);
      })
    : undefined;
  if (mention?.expression.kind !== 'interval') return memory;
  const { interval } = resolvePeriod(mention.expression, periods, null);
  return interval && isMemorable(interval, periods)
    ? { ...memory, sections: new Map([...memory.sections, [memory.headings, { interval, ofAll: false }]]) }
    : memory;
}

const DATA_ARE_OF =
  /\b(?:data|figures|results|statistics|interviews|survey)\b[^.;]{0,80}\b(?:for|of|cover|covers|covering|from)\b/i;

/** What the data are held against is not what they are of. */
const COMPARED = /\b(?:compared (?:with|to)|comparison (?:with|to)|than|against|versus|vs\.?|on)\s+(?:the\s+)?$/i;

/** A passage that is a list of figures, not a sentence; null where it is none. */
function listOf(passage: TextPassage, context: PaperContext, memory: Memory): readonly Draft[] | null {
  const lines = readLineList(passage, context, memory.above?.measure ?? null);
  if (lines) return lines;
  const counted = readCountedItem(passage, context);
  return counted && [counted];
}
