import { meets, type Observation, printedInterval } from '@scrutineer/model';
import type { Comparison, Misfit, PaperCheck } from '../check.ts';
import { LEAST_SURE, SURE } from '../confidence.ts';
import { relativeDifference } from '../numbers.ts';
import { sameSentence } from '../relations/sentence.ts';
import { isLikelySlip } from '../relations/slips.ts';
import { statementOf, subject, thingOf } from '../relations/thing.ts';

/** What a paper states twice it states alike: in its text and its tables, and in several tables. */
export const severalPrintings: PaperCheck = {
  rule: 'several-printings',
  severity: 'error',
  needs: 'the same measure, area, periods and unit printed at two places of one paper',
  about: 'What a paper states at two places must be the same at both.',
  *compare({ observations }) {
    const periods = periodsInTables(observations);
    const stated = observations.filter((one) => isClear(one) && !isOfOtherPeriod(one, periods));
    for (const printings of Map.groupBy(stated, statementOf).values()) yield* comparePrintings(printings);
  },
};

/** Readings of a period that rest on a guess of what the passage is about prove no contradiction. */
const DOUBTFUL_PERIOD = /^period-(?:of-report|from-passage|from-clause-end|start-inferred)/;

function isClear({ period, baseline, statistic, notes, measure, method, confidence }: Observation): boolean {
  return (
    confidence >= LEAST_SURE &&
    period !== null &&
    (statistic === 'level' || (statistic === 'change' && baseline !== null)) &&
    (measure.id !== null || method.startsWith('table/')) &&
    !notes.some((note) => DOUBTFUL_PERIOD.test(note))
  );
}

/** The periods for which tables print a value of a thing. */
function periodsInTables(observations: readonly Observation[]): Map<string, Set<string | null>> {
  const printed = Map.groupBy(
    observations.filter(({ source }) => source.table !== null),
    valueKey,
  );
  return new Map([...printed].map(([value, same]) => [value, new Set(same.map(({ period }) => period))]));
}

function valueKey(observation: Observation): string {
  return `${thingOf(observation)} ${observation.statistic} ${observation.unit} ${observation.value}`;
}

/** A level of a sentence that compares two, and that a table prints for the other period, was read for the wrong one. */
function isOfOtherPeriod(observation: Observation, periods: ReadonlyMap<string, ReadonlySet<string | null>>): boolean {
  const compares = /^narrative\/(?:from-to|compared-with)$/.test(observation.method);
  const printed = periods.get(valueKey(observation));
  return compares && printed !== undefined && !printed.has(observation.period);
}

function* comparePrintings(printings: readonly Observation[]): Generator<Comparison> {
  const [first, ...others] = preferTables(printings);
  for (const other of others) {
    if (!first || sameSentence(first, other) || inOnePassage(first, other)) continue;
    const observations = [other, first];
    if (meets(printedInterval(first), printedInterval(other))) yield { observations, misfit: null };
    // Figures that are nothing like each other are about different things, however alike their names.
    else if (isComparable(first, other)) yield { observations, misfit: misfitOf(other, first) };
  }
}

/** Tables say what a figure is about more surely than sentences. */
function preferTables(printings: readonly Observation[]): Observation[] {
  return printings.toSorted((a, b) => Number(a.source.table === null) - Number(b.source.table === null));
}

/** Characters within which sentences compare one figure with others, rather than repeat it; as the rows of a table do. */
const PASSAGE = 800;

function inOnePassage(a: Observation, b: Observation): boolean {
  const [one, other] = [a.source.table, b.source.table];
  if (one && other) return one.index === other.index;
  return !one && !other && Math.abs(a.source.start - b.source.start) < PASSAGE;
}

/** How far apart two printings of one thing can be. */
const COMPARABLE = 0.3;

function isComparable(a: Observation, b: Observation): boolean {
  return (
    relativeDifference(a.value, b.value) <= COMPARABLE ||
    a.value === -b.value ||
    isLikelySlip(a.source.figure, b.source.figure)
  );
}

function misfitOf(other: Observation, first: Observation): Misfit {
  const areas = [first, other].map(({ source }) => (source.table ? 'a table' : 'the text'));
  const both = areas[0] === areas[1];
  const where = both ? `${areas[0]} and again` : `${areas[1]} and ${areas[0]}`;
  const doubtful = both || other.confidence < SURE || first.measure.id === null;
  return {
    ...(doubtful ? { severity: 'warning' as const } : {}),
    expected: first.value,
    explain: `${subject(first)}: ${other.source.figure} and ${first.source.figure} are printed in ${where} for the same period.`,
    verdict: 'inconsistent',
  };
}
