import type { PaperCheck, SeriesCheck } from './check.ts';
import { agreementAcrossPapers } from './checks/agreement-across-papers.ts';
import { breakdownAndWhole } from './checks/breakdown-and-whole.ts';
import { claimAndFigures } from './checks/claim-and-figures.ts';
import { countAndPercent } from './checks/count-and-percent.ts';
import { earlierChangeLater } from './checks/earlier-change-later.ts';
import { implausibleJump } from './checks/implausible-jump.ts';
import { impossibleValue } from './checks/impossible-value.ts';
import { listAndTotal } from './checks/list-and-total.ts';
import { missingHalf } from './checks/missing-half.ts';
import { partsAndTotal } from './checks/parts-and-total.ts';
import { partsOfPeriod } from './checks/parts-of-period.ts';
import { percentOfEarlier } from './checks/percent-of-earlier.ts';
import { percentOrPoints } from './checks/percent-or-points.ts';
import { periodSlip } from './checks/period-slip.ts';
import { rankInField } from './checks/rank-in-field.ts';
import { recordClaim } from './checks/record-claim.ts';
import { sameFiguresTwoPeriods } from './checks/same-figures-two-periods.ts';
import { severalPrintings } from './checks/several-printings.ts';
import { shareOfWhole } from './checks/share-of-whole.ts';
import { signAndWord } from './checks/sign-and-word.ts';
import { targetMet } from './checks/target-met.ts';

/** The checks of one paper, in the order in which they are told where they find something at the same place. */
export const paperChecks: readonly PaperCheck[] = [
  earlierChangeLater,
  percentOfEarlier,
  countAndPercent,
  severalPrintings,
  signAndWord,
  missingHalf,
  partsAndTotal,
  listAndTotal,
  breakdownAndWhole,
  partsOfPeriod,
  shareOfWhole,
  rankInField,
  targetMet,
  claimAndFigures,
  impossibleValue,
  sameFiguresTwoPeriods,
  periodSlip,
  percentOrPoints,
];

/** The checks of all printings of one thing, in any number of papers. */
export const seriesChecks: readonly SeriesCheck[] = [agreementAcrossPapers, recordClaim, implausibleJump];
