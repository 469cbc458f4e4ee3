import type { Scan } from '../narrative/scan.ts';
import type { Measure } from '../registry/measures.ts';
import type { SaidWords } from './assertions.ts';

/** Words that may stand between a measure and the verb that says how it moved. */
const BETWEEN_SUBJECT_AND_VERB =
  /^(?:[\s,]|\b(?:has|have|had|is|are|was|were|been|be|being|also|again|which|that|it|they|both|all|this|the|a|an|of|in|and|to|for|by|offences?|crimes?|incidents?|levels?|rates?|numbers?|volumes?|figures?|performance|satisfaction|recorded|reported|force|overall|continu(?:e|es|ed|ing)|show(?:s|n|ed|ing)?|see(?:s|n)?|saw|seen|experienced|remain(?:s|ed)?|went|go|gone|got|get|slight(?:ly)?|small|large|significant(?:ly)?|sharp(?:ly)?|further|steadi?ly|steady|marginal(?:ly)?|considerabl[ey]|substantial(?:ly)?|modest(?:ly)?|strong(?:ly)?|marked(?:ly)?|notabl[ey]|clear(?:ly)?|consistent(?:ly)?|encouraging(?:ly)?|now|still|more|than|almost|nearly|about|roughly|once more|year|on|during|over|last|previous|quarter|period|months?|12|twelve|long|term|trend|slowly|rapidly|broadly|therefore|however)\b)*$/i;
/** Words that may stand between "a reduction in" and the measure. */
const BETWEEN_NOUN_AND_MEASURE =
  /^\s+(?:(?:of|by)\s+[\d.,]+%?\s+)?(?:in|of|across|for)\s+(?:(?:the|both|all|recorded|reported|overall|number|numbers|volume|level|levels|rate|of|and|police|force|area|total)\s+)*$/i;

/**
 * The measures that words are said of: those named just before the verb ("Robbery and theft have fallen"), or just after
 * the noun ("reductions in robbery and theft"). Where anything else stands between, the words may be about that.
 */
export function subjectsOf({ text, measures }: Scan, said: SaidWords): Measure[] {
  if (said.says === 'highest' || said.says === 'lowest') return nearest(measures, said);
  return said.isNoun ? measuresAfter(text, measures, said) : measuresBefore(text, measures, said);
}

type Mentions = Scan['measures'];

/** "17 homicides in 2021, the highest number since 2015": a record is of the measure named last before it. */
function nearest(measures: Mentions, { start }: SaidWords): Measure[] {
  const before = measures.findLast((mention) => mention.end <= start);
  return before ? [before.entry] : [];
}

function measuresBefore(text: string, measures: Mentions, { start }: SaidWords): Measure[] {
  const found: Measure[] = [];
  let from = start;
  for (const mention of measures.toReversed()) {
    if (mention.end > start) continue;
    const gap = text.slice(mention.end, from);
    if (!(found.length === 0 ? BETWEEN_SUBJECT_AND_VERB : LISTED).test(gap)) break;
    found.push(mention.entry);
    from = mention.start;
  }
  return found;
}

function measuresAfter(text: string, measures: Mentions, { end }: SaidWords): Measure[] {
  const found: Measure[] = [];
  let from = end;
  for (const mention of measures) {
    if (mention.start < from) continue;
    const gap = text.slice(from, mention.start);
    if (!(found.length === 0 ? BETWEEN_NOUN_AND_MEASURE : LISTED).test(gap)) break;
    found.push(mention.entry);
    from = mention.end;
  }
  return found;
}

/** "robbery, theft and burglary". */
const LISTED = /^(?:\s+offences)?(?:\s*,\s*(?:and\s+)?|\s+and\s+)(?:the\s+|in\s+|recorded\s+)*$/i;
