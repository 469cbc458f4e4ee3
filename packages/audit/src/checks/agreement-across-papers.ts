import type { Printing } from '@scrutineer/model';
import { meets, periodEnds, printedInterval, type Verdict } from '@scrutineer/model';
import type { Comparison, Misfit, SeriesCheck } from '../check.ts';
import { SURE_ACROSS_PAPERS } from '../confidence.ts';
import { relativeDifference } from '../numbers.ts';
import { statementOf, subject } from '../relations/thing.ts';

/** What several papers print for the same period agrees, or was revised by a later one. */
export const agreementAcrossPapers: SeriesCheck = {
  rule: 'agreement-across-papers',
  severity: 'warning',
  needs: 'the same measure, area, periods and unit in two papers',
  about: 'What two papers print for the same period must be the same, or be a revision by the later paper.',
  *compareAcross({ printings }) {
    const stated = printings.filter(isClear);
    for (const same of Map.groupBy(stated, ({ observation }) => statementOf(observation)).values())
      yield* compareStatements(oneOfEachPaper(same));
  },
};

/** Readings of a period that rest on what a passage is about prove no contradiction. */
const DOUBTFUL_PERIOD = /^period-(?:of-report|of-last-report|from-passage|from-clause-end|start-inferred|from-words)/;

function isClear({ observation, paper }: Printing): boolean {
  const { period, baseline, statistic, notes, measure, confidence } = observation;
  return (
    confidence >= SURE_ACROSS_PAPERS &&
    period !== null &&
    // What is printed before a period has ended is not of all of it.
    periodEnds(period).end <= (paper.date ?? '9999') &&
    measure.id !== null &&
    (statistic === 'level' || (statistic === 'change' && baseline !== null)) &&
    !notes.some((note) => DOUBTFUL_PERIOD.test(note))
  );
}

/** The surest printing of each paper; contradictions within a paper are for another check. */
function oneOfEachPaper(printings: readonly Printing[]): Printing[] {
  const byPaper = Map.groupBy(printings, ({ paper }) => paper.id);
  return [...byPaper.values()].map((same) =>
    same.reduce((best, one) => (one.observation.confidence > best.observation.confidence ? one : best)),
  );
}

/** Each printing against the one before it, in the order of publication. */
function* compareStatements(printings: readonly Printing[]): Generator<Comparison> {
  for (const [index, later] of printings.entries()) {
    const earlier = printings[index - 1];
    if (!earlier) continue;
    const isBackAgain = printings.slice(0, index - 1).some((before) => agree(before, later)) && !agree(earlier, later);
    const verdict = isBackAgain ? 'inconsistent' : verdictOf(earlier, later);
    const observations = [earlier.observation, later.observation];
    yield { observations, misfit: AGREEING.has(verdict) ? null : misfitOf(earlier, later, verdict) };
  }
}

const AGREEING: ReadonlySet<Verdict> = new Set(['agrees', 'within-rounding']);

function agree(a: Printing, b: Printing): boolean {
  return meets(printedInterval(a.observation), printedInterval(b.observation));
}

/** Restatements are small: data are cleaned, crimes are reclassified. */
const REVISION = 0.05;
/** What is further apart than this counts different things under one name. */
const SAME_THING = 0.3;

/** How two printings of one statement agree, the earlier paper's first; told apart by order of publication and size. */
function verdictOf(earlier: Printing, later: Printing): Verdict {
  if (earlier.observation.value === later.observation.value) return 'agrees';
  if (agree(earlier, later)) return 'within-rounding';
  const apart = relativeDifference(earlier.observation.value, later.observation.value);
  const isLater = !!earlier.paper.date && !!later.paper.date && earlier.paper.date < later.paper.date;
  const isLevel = earlier.observation.statistic === 'level';
  if (apart <= REVISION && isLater && isLevel) return 'revised-later';
  // A change moves by more than the levels it is between.
  if (!isLevel && isLater && apart <= SAME_THING) return 'revised-later';
  return apart > SAME_THING ? 'different-definition' : 'inconsistent';
}

const SAID: Readonly<Record<string, string>> = {
  'revised-later': 'which revises it',
  inconsistent: 'which is no small revision',
  'different-definition': 'so far apart that they may not mean the same thing',
};

function misfitOf(earlier: Printing, later: Printing, verdict: Verdict): Misfit {
  const { observation } = later;
  return {
    severity: verdict === 'inconsistent' ? 'warning' : 'info',
    expected: earlier.observation.value,
    explain: `${subject(observation)}: ${earlier.paper.file} prints ${earlier.observation.source.figure} and ${later.paper.file} ${observation.source.figure} for ${observation.period!.replace('/', ' to ')}, ${SAID[verdict]}.`,
    verdict,
  };
}
