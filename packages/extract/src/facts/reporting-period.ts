import type { Fact } from '@scrutineer/model';
import type { Passage, TextPassage } from '../document.ts';
import { formatInterval, type Interval } from '../periods/calendar.ts';
import { findPeriods } from '../periods/find.ts';
import { factAt } from './front-matter.ts';

/** Words before a period that say that the paper reports on it, the plainest first. */
const CUES: readonly RegExp[] = [
  /(?:reporting period|period covered|period of report|report period)\W+(?:\w+\W+){0,4}$/i,
  /(?:report|paper|update|document)s?\s+(?:\w+\s+){0,3}(?:covers?|covering|relates? to|is for|for the period|spans?|during)\b(?:\W+\w+){0,8}\W*$/i,
  /(?:during|covering|covers|for|over)\s+(?:the\s+)?(?:\w+\s+){0,2}quarter\W+(?:\w+\W+){0,3}$/i,
  /this quarter\W+$/i,
  /(?:for the|covering the|over the|during the)\s+period\W+(?:\w+\W+){0,3}$/i,
];
const TITLE = /\b(?:report|performance|update|quarter|monitoring|scrutiny)\b/i;
/** How far back the words that lead to a period may begin, in characters. */
const REACH = 160;

/** The period that the paper says it reports on; null where it does not say so. */
export function readReportingPeriod(passages: readonly Passage[]): Fact<string> | null {
  const texts = passages.filter((passage): passage is TextPassage => passage.kind === 'text');
  for (const cue of CUES) {
    for (const passage of texts) {
      const fact = periodAfter(passage, cue);
      if (fact) return fact;
    }
  }
  return texts.slice(0, 10).reduce<Fact<string> | null>((found, passage) => found ?? titlePeriod(passage), null);
}

function periodAfter({ leaf, text }: TextPassage, cue: RegExp): Fact<string> | null {
  for (const mention of findPeriods(text)) {
    const { expression } = mention;
    if (expression.kind !== 'interval' || !isReportLength(expression.interval)) continue;
    if (cue.test(text.slice(Math.max(0, mention.start - REACH), mention.start)))
      return factAt(formatInterval(expression.interval), leaf, mention.start, mention.end);
  }
  return null;
}

function titlePeriod({ leaf, text }: TextPassage): Fact<string> | null {
  if (text.length > 160 || !TITLE.test(text)) return null;
  for (const { expression, start, end } of findPeriods(text)) {
    if (expression.kind === 'interval' && isReportLength(expression.interval))
      return factAt(formatInterval(expression.interval), leaf, start, end);
  }
  return null;
}

/** Papers report on a month to a year and a half; longer spans are plans. */
function isReportLength({ start, end }: Interval): boolean {
  const days = (Date.parse(end) - Date.parse(start)) / 86_400_000 + 1;
  return days >= 27 && days <= 550;
}
