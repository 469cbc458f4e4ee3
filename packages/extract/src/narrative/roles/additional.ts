import { change, type RoleRule } from '../role.ts';
import { leftOf, rightOf } from '../scan.ts';

const BEFORE = /\b(?:an?\s+)?(?:additional|extra)\s*$/i;
const AFTER = /^\s*(?:additional|extra)\s+[a-z]/i;
/** What makes an addition a change: another change beside it, a comparison, a new total. */
const COMPARES =
  /\b(?:compared|than|previous|last year|year before|takes the total|taking the total|bringing the total|same period|same time|or \d)/i;

/** "an additional 1,522 crimes compared to the same time last year", "That is 2,672 additional crimes". */
export const additional: RoleRule = {
  name: 'additional',
  read: (scan, index, before) => {
    const isAdded = BEFORE.test(leftOf(scan, index)) || AFTER.test(rightOf(scan, index));
    if (!isAdded || scan.figures[index]!.unit !== null) return null;
    const isChange = before.some(({ statistic }) => statistic === 'change') || COMPARES.test(scan.text);
    const isPlanned = /\b(?:recruit|fund|officers|posts|staff|pcsos?|constables)/i.test(rightOf(scan, index));
    return isChange && !isPlanned ? change({ direction: 'up', from: 'word' }) : null;
  },
};
