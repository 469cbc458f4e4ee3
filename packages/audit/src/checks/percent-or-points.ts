import type { PaperCheck } from '../check.ts';
import { subject } from '../relations/thing.ts';

/** A change between two percentages is in points, whatever sign is printed. */
export const percentOrPoints: PaperCheck = {
  rule: 'percent-or-points',
  severity: 'info',
  needs: 'a change between two percentages',
  about: 'A change from 72% to 69% is three percentage points, and not 3%.',
  *compare({ observations }) {
    for (const change of observations) {
      if (change.statistic !== 'change' || change.unit !== 'percentage-point') continue;
      const { figure, quote } = change.source;
      const isPercent = figure.includes('%') && !/\bpoints?\b|\bpp[ts]?\b|\bppts?\b/i.test(quote);
      const explain = `${subject(change)}: ${figure} is a change between two percentages: percentage points are meant.`;
      yield { observations: [change], misfit: isPercent ? { expected: null, explain } : null };
    }
  },
};
