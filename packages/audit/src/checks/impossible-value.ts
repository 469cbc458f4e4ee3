import type { Observation } from '@scrutineer/model';
import type { PaperCheck } from '../check.ts';
import { subject } from '../relations/thing.ts';

/** Values that cannot be: more than the whole, fewer than none, a fall by more than all. */
export const impossibleValue: PaperCheck = {
  rule: 'impossible-value',
  severity: 'error',
  needs: 'a share of a whole, a count, or a percentage change',
  about: 'No share is above 100%, no count below nought, and nothing falls by more than 100%.',
  *compare({ observations }) {
    for (const observation of observations) {
      const limit = limitOf(observation);
      if (!limit) continue;
      const explain = `${subject(observation)}: ${observation.source.figure} is printed, but ${limit.reason}.`;
      yield { observations: [observation], misfit: limit.isBeyond ? { expected: null, explain } : null };
    }
  },
};

interface Limit {
  readonly isBeyond: boolean;
  readonly reason: string;
}

function limitOf(observation: Observation): Limit | null {
  const { statistic, unit, value } = observation;
  if (statistic === 'level' && unit === 'percent' && isShare(observation))
    return { isBeyond: value > 100 || value < 0, reason: 'a share of a whole lies between 0% and 100%' };
  if (statistic === 'level' && unit === 'count' && observation.measure.id !== null)
    return { isBeyond: value < 0, reason: 'there cannot be fewer than none' };
  if (statistic === 'change' && unit === 'percent')
    return { isBeyond: value < -100, reason: 'nothing can fall by more than 100%' };
  return null;
}

/** Percentages of what should be, or of what was, may be above 100. */
const NOT_OF_A_WHOLE =
  /\b(?:of|against|versus|vs\.?) (?:the |its |their |our )?(?:target|budget|plan|establishment|capacity|demand|expected|previous|average)|occupan|capacity|utilis|compared|clear|increase|growth|inflation|variance|change/i;
const SHARE =
  /\b(?:share|proportion|satisf|confidence|rate|within|service level|answered|abandon|attended|solved|detected|charged|victims?|public|feel|percentage)/i;

function isShare({ measure, source }: Observation): boolean {
  const words = [
    measure.label,
    source.quote,
    ...(source.table?.columnHeader ?? []),
    ...(source.table?.rowHeader ?? []),
  ].join(' ');
  return SHARE.test(words) && !NOT_OF_A_WHOLE.test(words);
}
