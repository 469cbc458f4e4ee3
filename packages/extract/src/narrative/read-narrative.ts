import type { PaperContext } from '../context.ts';
import type { TextPassage } from '../document.ts';
import type { Draft } from '../draft.ts';
import type { PeriodPair } from '../periods/pick.ts';
import { readCountedItem } from './counted-item.ts';
import { readLineList } from './line-list.ts';
import { FORGETFUL, type Memory, NO_STATE } from './memory.ts';
import { otherPrintings } from './other-printings.ts';
import { readSentence } from './read-sentence.ts';
import { scanSentence } from './scan.ts';
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
  const drafts: Draft[] = [];
  const fallbacks = new Map<Draft, PeriodPair>();
  const groups = new Map<Draft, string>();
  let memory: Memory = { headings: '', ...FORGETFUL };
  for (const passage of passages) {
    const headings = passage.headings.join('\n');
    if (headings !== memory.headings) memory = { ...FORGETFUL, headings };
    const list = readLineList(passage, context, memory.above?.measure ?? null);
    if (list) {
      drafts.push(...list);
      continue;
    }
    const counted = readCountedItem(passage, context);
    if (counted) {
      drafts.push(counted);
      continue;
    }
    memory = { ...memory, previous: null, mentioned: null, passage: NO_STATE };
    for (const range of sentencesOf(passage.text, passage.role === 'heading')) {
      const scan = scanSentence(passage.text, range, context.acronyms);
      const read = readSentence(scan, passage, context, memory);
      read.drafts.forEach((draft, index) => {
        groups.set(draft, `${drafts.length}/${read.groups[index]}`);
      });
      for (const [draft, fallback] of read.fallbacks) fallbacks.set(draft, fallback);
      drafts.push(...read.drafts);
      memory = read.memory;
    }
  }
  const found = withGroupPeriods(
    otherPrintings(drafts, tables),
    drafts.map((draft) => groups.get(draft) ?? null),
  );
  return found.map((draft, index) =>
    draft.period ? draft : withFallback(draft, neighbourPeriod(draft, found) ?? fallbacks.get(drafts[index]!) ?? null),
  );
}

/** The two halves of a bracket are one change: what another printing told of one holds for the other. */
function withGroupPeriods(drafts: readonly Draft[], groups: readonly (string | null)[]): Draft[] {
  const told = new Map<string, Draft>();
  drafts.forEach((draft, index) => {
    const group = groups[index];
    if (group && draft.period && draft.statistic === 'change') told.set(group, draft);
  });
  return drafts.map((draft, index) => {
    const partner = told.get(groups[index] ?? '');
    if (draft.period || draft.statistic !== 'change' || !partner) return draft;
    const notes = draft.notes.filter((note) => !note.startsWith('baseline-not-stated') || partner.baseline === null);
    return { ...draft, period: partner.period, baseline: partner.baseline, notes: [...notes, 'period-of-its-pair'] };
  });
}

/** A change is of the period of the other changes of its sentence, where another printing told theirs. */
function neighbourPeriod(draft: Draft, drafts: readonly Draft[]): PeriodPair | null {
  if (draft.statistic !== 'change' || draft.notes.some((note) => note.startsWith('period-unresolved'))) return null;
  const neighbour = drafts.find(
    (other) =>
      other.leaf === draft.leaf &&
      other.quote === draft.quote &&
      other.statistic === 'change' &&
      other.notes.includes('period-from-another-printing'),
  );
  return neighbour ? { period: neighbour.period, baseline: neighbour.baseline, notes: ['period-from-passage'] } : null;
}

/** What the passage said last stands in where neither the clause nor another printing told a period. */
function withFallback(draft: Draft, fallback: PeriodPair | null): Draft {
  if (!fallback?.period) return draft;
  const notes = draft.notes.filter((note) => !note.startsWith('baseline-not-stated') || fallback.baseline === null);
  return {
    ...draft,
    period: fallback.period,
    baseline: draft.statistic === 'change' ? (draft.baseline ?? fallback.baseline) : null,
    confidence: Math.max(draft.confidence - (fallback.notes.includes('period-of-report') ? REPORT_DOUBT : 0), 0),
    notes: [...notes, ...fallback.notes],
  };
}

/** How much less sure a period is that only the paper as a whole tells; the draft has been doubted already for having none. */
const REPORT_DOUBT = 0.1;
