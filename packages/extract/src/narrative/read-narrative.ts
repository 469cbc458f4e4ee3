import type { PaperContext } from '../context.ts';
import type { TextPassage } from '../document.ts';
import type { Draft } from '../draft.ts';
import { agreeing } from '../resolve/agreeing-figures.ts';
import { readCountedItem } from './counted-item.ts';
import { readLineList } from './line-list.ts';
import { FORGETFUL, type Memory, NO_STATE } from './memory.ts';
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
  let memory: Memory = { headings: '', ...FORGETFUL };
  for (const passage of passages) {
    const headings = passage.headings.join('\n');
    if (headings !== memory.headings) memory = { ...FORGETFUL, headings };
    const listed = listOf(passage, context, memory);
    if (listed) {
      lists.push(...listed);
      continue;
    }
    memory = { ...memory, previous: null, mentioned: null, passage: NO_STATE };
    for (const range of sentencesOf(passage.text, passage.role === 'heading')) {
      const read = readSentence(scanSentence(passage.text, range, context.acronyms), passage, context, memory);
      sentences.push(read.figures);
      memory = read.memory;
    }
  }
  const drafts = [...lists, ...sentences.flat().map(({ draft }) => draft)];
  const printed = otherPrintings(drafts, tables);
  let at = lists.length;
  const found = sentences.flatMap((figures) =>
    agreeing(doubtRowOfFigures(withSharedPeriods(figures.map((figure) => ({ ...figure, draft: printed[at++]! }))))),
  );
  return [...printed.slice(0, lists.length), ...found];
}

/** A passage that is a list of figures, not a sentence; null where it is none. */
function listOf(passage: TextPassage, context: PaperContext, memory: Memory): readonly Draft[] | null {
  const lines = readLineList(passage, context, memory.above?.measure ?? null);
  if (lines) return lines;
  const counted = readCountedItem(passage, context);
  return counted && [counted];
}
