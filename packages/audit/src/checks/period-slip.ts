import { type Claim, isYear, type Observation, periodEnds } from '@scrutineer/model';
import type { Misfit, PaperCheck } from '../check.ts';
import { SURE } from '../confidence.ts';
import { subject } from '../relations/thing.ts';

/** A period that cannot be meant: a quarter by the wrong name, a time after the paper. */
export const periodSlip: PaperCheck = {
  rule: 'period-slip',
  severity: 'warning',
  needs: 'a period in words, or the date of the paper',
  about: 'A quarter must have its own months, and a paper cannot report what comes after it.',
  *compare({ observations, claims, paper }) {
    for (const claim of claims) {
      if (claim.says === 'misnamed-quarter') yield { claim, observations: [], misfit: misnamedIn(claim) };
    }
    for (const observation of observations) {
      if (paper.date && isReported(observation))
        yield {
          observations: [observation],
          misfit: isAfter(observation, paper.date) ? after(observation, paper.date) : null,
        };
    }
  },
};

function misnamedIn({ source }: Claim): Misfit {
  return {
    severity: 'info',
    expected: null,
    explain: `The quarter that is named and the months that are printed with it are not the same ("${source.quote.slice(0, 120)}").`,
  };
}

/** What is counted, and not planned or budgeted; of a figure that may be misread the period proves nothing. */
function isReported({ statistic, unit, period, notes, source, confidence }: Observation): boolean {
  return (
    confidence >= SURE &&
    (statistic === 'level' || statistic === 'change') &&
    unit !== 'GBP' &&
    period !== null &&
    !notes.some((note) => note.startsWith('period-')) &&
    !/\b(?:will|would|expect|forecast|plan|project|estimat|anticipat|predict|by (?:the )?(?:end of )?(?:january|february|march|april|may|june|july|august|september|october|november|december|\d{4})|budget|target|aim|intend)/i.test(
      source.quote,
    )
  );
}

/** Years are named before they have ended. */
function isAfter({ period }: Observation, date: string): boolean {
  const { start, end } = periodEnds(period!);
  return start > date || (end > date && period!.includes('/') && !isYear(period!));
}

function after(observation: Observation, date: string) {
  return {
    expected: null,
    figures: yearsAfter(observation, date),
    explain: `${subject(observation)}: ${observation.source.figure} is printed for ${observation.period!.replace('/', ' to ')}, but the paper is of ${date}.`,
  };
}

/** The years in the words beside the figure that have not begun on the paper's date, or in which its period ends. */
function yearsAfter({ source, period }: Observation, date: string): string[] {
  const words = [source.quote, ...(source.table?.columnHeader ?? [])].join(' ');
  const last = periodEnds(period!).end.slice(0, 4);
  return [...new Set(words.match(/\b20\d\d\b/g) ?? [])].filter((year) => year > date.slice(0, 4) || year === last);
}
