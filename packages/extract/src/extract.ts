import type { Claim, Extraction, Leaf, Observation, PaperTree, StepResult } from '@scrutineer/model';
import { readClaims } from './claims/read-claims.ts';
import { statusClaims } from './claims/status-cells.ts';
import type { PaperContext } from './context.ts';
import { type Passage, passagesOf, type TextPassage } from './document.ts';
import { type Draft, finishDraft } from './draft.ts';
import { forceOf } from './facts/force.ts';
import { findPlaces } from './facts/places.ts';
import { readFacts } from './facts/read-facts.ts';
import { comparesYears, reportingEnd, statedInterval, usualMonths, usualPair } from './facts/reporting-end.ts';
import { namedLastYear } from './facts/reporting-period.ts';
import { readNarrative } from './narrative/read-narrative.ts';
import { readTable } from './tables/read-table.ts';
import { withTextRows } from './tables/text-rows.ts';
import { findAcronyms } from './text/acronyms.ts';

/**
 * Turns every figure a paper states into an observation. Opens no file, knows no database; the same tree gives the
 * same observations.
 *
 * @param tree what a reader made of the paper's bytes
 * @param paper the paper's id, which goes into the observations and their ids
 */
export function extract(tree: PaperTree, paper: { readonly id: string }): StepResult<Extraction> {
  const passages = withTextRows(passagesOf(tree));
  const context = contextOf(tree, passages);
  const { drafts, texts } = readDrafts(passages, context);
  const observations = finish(drafts, paper.id);
  const claims = [...readClaims(texts, context, paper.id), ...readStatuses(passages, drafts, paper.id)];
  claims.sort((a, b) => a.source.start - b.source.start);
  return { status: 'complete', value: { facts: context.facts, observations, claims }, messages: [] };
}

function contextOf(tree: PaperTree, passages: readonly Passage[]): PaperContext {
  const places = findPlaces(passages);
  const facts = readFacts(tree, passages, places);
  const paperDate = facts.date?.value ?? null;
  const reportingPeriod = statedInterval(facts.reportingPeriod?.value);
  const periods = {
    paperDate,
    reportingPeriod,
    reportingEnd: reportingEnd(passages, paperDate, reportingPeriod),
    usualMonths: usualMonths(passages),
    comparesYears: comparesYears(passages),
    lastYear: namedLastYear(passages),
  };
  return {
    facts,
    area: facts.area?.value ?? null,
    force: forceOf(facts.area?.value ?? null, passages),
    periods: { ...periods, usual: usualPair(passages, periods) },
    places,
    acronyms: findAcronyms(passages.flatMap((passage) => (passage.kind === 'text' ? [passage.text] : []))),
  };
}

/** The figures of tables and sentences in reading order, and the passages that hold sentences. */
function readDrafts(
  passages: readonly Passage[],
  context: PaperContext,
): { readonly drafts: Draft[]; readonly texts: readonly TextPassage[] } {
  const tables = new Map(
    passages.filter((passage) => passage.kind === 'table').map((passage) => [passage, readTable(passage, context)]),
  );
  const tableDrafts = [...tables.values()].flatMap((reading) => reading.drafts);
  const texts = passages.flatMap((passage) => (passage.kind === 'text' ? [passage] : tables.get(passage)!.prose));
  const narrative = readNarrative(texts, context, tableDrafts);
  const order = new Map(
    passages
      .flatMap((passage): readonly Leaf[] => (passage.kind === 'text' ? [passage.leaf] : passage.table.children))
      .map((leaf, index) => [leaf, index]),
  );
  const drafts = [...tableDrafts, ...narrative].sort(
    (a, b) => order.get(a.leaf)! - order.get(b.leaf)! || a.figure.start - b.figure.start,
  );
  return { drafts, texts };
}

function readStatuses(passages: readonly Passage[], drafts: readonly Draft[], paper: string): Claim[] {
  return passages
    .filter((passage) => passage.kind === 'table')
    .flatMap((passage) =>
      statusClaims(
        passage,
        drafts.filter(({ table }) => table?.index === passage.index),
        paper,
      ),
    );
}

/** One figure of one statistic and unit is one observation, however many rules found it. */
function finish(drafts: readonly Draft[], paper: string): Observation[] {
  const byId = new Map<string, Observation>();
  for (const draft of drafts) {
    const observation = finishDraft(draft, paper);
    if (!byId.has(observation.id)) byId.set(observation.id, observation);
  }
  return [...byId.values()];
}
