import type { Observation, Severity } from '@scrutineer/model';
import { type AuditedPaper, type Check, finding, subject } from '../check.ts';

const RULE = 'sign-and-word';

/** The sign of a change agrees with the word of direction and with the sign of the figure beside it. */
export const signAndWord: Check = {
  rule: RULE,
  severity: 'error',
  about:
    'Needs a change with a sign and a word or a second figure beside it: "increase (…, -137)" and "-3% (210)" cannot both be meant.',
  find: (paper) =>
    paper.observations.flatMap((change) => {
      // In a sentence the word may belong to something else than the figure: a warning, no error.
      if (change.notes.includes('sign-against-word'))
        return [finding(RULE, change.source.table ? 'error' : 'warning', paper, [change], against(change))];
      if (!change.notes.includes('sign-missing')) return [];
      const partner = partnerOf(change, paper);
      return [
        finding(RULE, missingSeverity(change), paper, partner ? [partner, change] : [change], missing(change, partner)),
      ];
    }),
};

/** In a table, where the cells around it carry their sign, a missing one misleads; in a sentence the words still tell. */
function missingSeverity(change: Observation): Severity {
  return change.source.table ? 'warning' : 'info';
}

function partnerOf(change: Observation, { observations }: AuditedPaper): Observation | null {
  return (
    observations.findLast(
      (other) =>
        other !== change &&
        other.statistic === 'change' &&
        other.source.end <= change.source.start &&
        other.source.quote === change.source.quote &&
        other.source.table?.row === change.source.table?.row &&
        other.measure.label === change.measure.label,
    ) ?? null
  );
}

function against(change: Observation) {
  return {
    expected: -change.value,
    explain: `${subject(change)}: ${change.source.figure} is printed with a word that says the opposite ("${change.source.quote.slice(0, 80)}").`,
  };
}

function missing(change: Observation, partner: Observation | null) {
  return {
    expected: change.value,
    explain: `${subject(change)}: ${change.source.figure} has no minus sign beside ${partner?.source.figure ?? 'a fall'}.`,
  };
}
