import type { Fact } from '@scrutineer/model';
import type { PeriodMention } from '../periods/expression.ts';
import { findPeriods } from '../periods/find.ts';
import { type FrontLine, factAt } from './front-matter.ts';

const LABELS =
  /^(?:date|date of (?:the )?(?:meeting|report|publication)|meeting date|report date|published|publication date|date published)$/;
const CUES =
  /(?:meeting (?:to be )?held on|meeting on|held on|date of meeting|meeting date|meeting of|published on|publication date|dated)\b/i;

/** The date of the meeting, or of publication: a full date, beside its label, after its words, or in a heading. */
export function readDate(lines: readonly FrontLine[]): Fact<string> | null {
  const labelled = lines.filter((line) => line.label !== null && LABELS.test(line.label));
  const cued = lines.filter((line) => CUES.test(line.text) && line.text.length < 200);
  const short = lines.slice(0, 10).filter((line) => line.text.length < 120);
  for (const line of [...labelled, ...cued, ...short]) {
    const after = CUES.exec(line.text)?.index ?? 0;
    const day = findPeriods(line.text).find((mention) => mention.start >= after && dayOf(mention));
    if (day) return factAt(dayOf(day)!, line.leaf, day.start, day.end);
  }
  return null;
}

function dayOf({ expression }: PeriodMention): string | null {
  return expression.kind === 'date' && expression.grain === 'day' ? expression.date : null;
}
