import type { Check } from './check.ts';
import { countAndPercent } from './checks/count-and-percent.ts';
import { earlierChangeLater } from './checks/earlier-change-later.ts';
import { percentOfEarlier } from './checks/percent-of-earlier.ts';
import { signAndWord } from './checks/sign-and-word.ts';

/** Every check, in the order their findings are told. */
export const checks: readonly Check[] = [earlierChangeLater, percentOfEarlier, countAndPercent, signAndWord];
