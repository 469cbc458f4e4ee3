import type { Observation } from '@scrutineer/model';
import type { Misfit, PaperCheck } from '../check.ts';
import { subject, thingOf } from '../relations/thing.ts';

/** The sign of a change agrees with the word of direction and with the sign of the figure beside it. */
export const signAndWord: PaperCheck = {
  rule: 'sign-and-word',
  severity: 'error',
  needs: 'a change with a sign and a word or a second figure beside it',
  about: '"increase (…, -137)" and "-3% (210)" cannot both be meant.',
  *compare({ observations }) {
    for (const change of observations) {
      if (change.notes.includes('sign-against-word')) {
        yield { observations: [change], misfit: against(change) };
      } else if (change.notes.includes('sign-missing')) {
        const partner = partnerOf(change, observations);
        yield { observations: partner ? [partner, change] : [change], misfit: missing(change, partner) };
      } else if (change.statistic === 'change' && /^[+\-−–]/.test(change.source.figure)) {
        yield { observations: [change], misfit: null };
      }
    }
  },
};

function partnerOf(change: Observation, observations: readonly Observation[]): Observation | null {
  return (
    observations.findLast(
      (other) =>
        other !== change &&
        other.statistic === 'change' &&
        other.source.end <= change.source.start &&
        other.source.quote === change.source.quote &&
        other.source.table?.row === change.source.table?.row &&
        thingOf(other) === thingOf(change),
    ) ?? null
  );
}

/** In a sentence the word may belong to something else than the figure: a warning, no error. */
function against(change: Observation): Misfit {
  return {
    severity: change.source.table ? 'error' : 'warning',
    expected: -change.value,
    explain: `${subject(change)}: ${change.source.figure} is printed with a word that says the opposite ("${change.source.quote.slice(0, 80)}").`,
  };
}

/** In a table, where the cells around it carry their sign, a missing one misleads; in a sentence the words still tell. */
function missing(change: Observation, partner: Observation | null): Misfit {
  return {
    severity: change.source.table ? 'warning' : 'info',
    expected: change.value,
    explain: `${subject(change)}: ${change.source.figure} has no minus sign beside ${partner?.source.figure ?? 'a fall'}.`,
  };
}
