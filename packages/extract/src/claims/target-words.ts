import type { Assertion } from '@scrutineer/model';
import type { Scan } from '../narrative/scan.ts';
import type { Range } from '../narrative/sentences.ts';
import type { Measure } from '../registry/measures.ts';

/** What a sentence says of a target, and of which measure. */
export interface TargetWords {
  readonly says: Extract<Assertion, 'target-met' | 'target-missed'>;
  /** Its id is null where only words name it. */
  readonly measure: Pick<Measure, 'id' | 'label'>;
  readonly start: number;
  readonly end: number;
}

const PLANNED =
  /\b(?:will|would|expect\w*|aim\w*|plan\w*|forecast|on track|due|by (?:march|april|20\d\d)|new|agreed|in order|towards?)\b|\bto (?:meet|reach|achieve)\b/i;
const MISSED =
  /\b(?:miss(?:ed|es|ing)|fail(?:s|ed|ing)? to (?:meet|reach|achieve)|short of|outside|did not (?:meet|reach|achieve)|not (?:met|meeting|achieved|achieving|reached|within))\b[^.;]{0,40}?\btargets?\b|\btargets?\b[^.;]{0,80}?\b(?:(?:was|is|were|are|has|have)(?: not|n't)(?: been)? (?:met|achieved|reached)|(?:was|were|is|are|been) (?:\w+ )?missed)\b/i;
const MET =
  /\b(?:met|meets|meeting|achieved?|achieves|within|exceed(?:s|ed|ing)?|surpass(?:es|ed)?|hit)\b(?: (?:the|its|our|their|this|that|both|all))?(?: [\w%-]+){0,3}? targets?\b|\btargets?\b[^.;]{0,80}?\b(?:was|is|were|are|has been|have been|being) (?:\w+ )?(?:met|achieved|exceeded|reached|surpassed|hit)\b/i;

/** "The target for emergency attendance was …", "The priority target was …", "The 101 service again missed its target". */
const NAMED = [
  /\btargets? (?:for|on) (?:the )?(?<name>[a-z][\w' -]*?) (?:was|were|is|are|has|have|had)\b/i,
  /^\W*(?:the )?(?<name>[\w' -]*?[a-z][\w' -]*?) targets? (?:was|were|is|are|has|have|had)\b/i,
  /^\W*(?:the )?(?<name>[\w' -]*?[a-z][\w' -]*?) (?:(?:has|have|had|again|also|once more|still|narrowly|just) )*(?:miss|met|meet|exceed|achiev|fail|surpass)/i,
];
const MOST_WORDS = 6;

/** "The target was missed", "That was met": words that name nothing. */
const NO_NAME = /\btargets?\b|\b(?:this|that|it|which|they)\b|^(?:the|a|an|its|our|their|each|every|both|all|one)$/i;

/** What a target is of, where no measure of the registry is named. */
function inWords(text: string): Pick<Measure, 'id' | 'label'> | null {
  for (const pattern of NAMED) {
    const name = pattern.exec(text)?.groups?.name?.trim();
    if (name && name.split(' ').length <= MOST_WORDS && !NO_NAME.test(name)) return { id: null, label: name };
  }
  return null;
}

/**
 * What is said of a target in a clause that speaks of one measure. "Above target" is good for some measures
 * and bad for others, so it says neither.
 *
 * @param spokenOf the measure that a sentence is about that names none itself
 */
export function targetWords(
  { text: sentence, measures: all }: Scan,
  clause: Range,
  spokenOf: Measure | null,
): TargetWords[] {
  const text = sentence.slice(clause.start, clause.end);
  if (text.match(/\btargets?\b/gi)?.length !== 1 || PLANNED.test(text)) return [];
  const measures = all.filter(({ start, end }) => start >= clause.start && end <= clause.end);
  const labels = new Set(measures.map(({ entry }) => entry.label));
  const measure = measures[0]?.entry ?? inWords(text) ?? spokenOf;
  if (!measure || labels.size > 1) return [];
  const missed = MISSED.exec(text);
  const said = missed ?? MET.exec(text);
  if (!said) return [];
  const says = missed ? 'target-missed' : 'target-met';
  const start = clause.start + said.index;
  return [{ says, measure, start, end: start + said[0].length }];
}
