import { type Token, tag } from '../language/tagger.ts';
import { findMeasures } from '../registry/measures.ts';
import { type Scan, withoutPeriods } from './scan.ts';

/** A longer subject is a sentence's half and no name, in words. */
const LONGEST = 14;
const NOUNS: ReadonlySet<string> = new Set(['NOUN', 'PROPN']);

/**
 * The whole subject of a figure's clause, up to its verb: "Satisfaction among victims of ASB", "Confidence that police and
 * councils tackle crime"; null where the clause has none.
 */
export function subjectText(scan: Scan, index: number): string | null {
  const left = withoutPeriods(scan, 0, scan.figures[index]!.qualifierStart);
  const clause = left.slice(startOfClause(left));
  const names = findMeasures(clause);
  const tokens = tag(clause).map((token) =>
    names.some(({ start, end }) => token.start >= start && token.end <= end)
      ? { ...token, pos: 'NOUN' as const }
      : token,
  );
  const first = tokens.findIndex(({ pos }) => pos !== 'DET' && pos !== 'ADV' && pos !== 'CCONJ' && pos !== 'PUNCT');
  if (first < 0 || !(NOUNS.has(tokens[first]!.pos) || tokens[first]!.pos === 'ADJ')) return null;
  const verb = mainVerb(tokens, first);
  if (verb === null || verb - first > LONGEST) return null;
  const text = clause.slice(tokens[first]!.start, tokens[verb - 1]!.end).trim();
  return tokens.slice(first, verb).some(({ pos }) => NOUNS.has(pos)) ? text : null;
}

/** Behind the last mark or conjunction that parts clauses. */
function startOfClause(left: string): number {
  const marks = [...left.matchAll(/[;:]\s+|,\s+(?:and|but|while|whilst|whereas|although|though)\s+|\s-\s/g)];
  const last = marks.at(-1);
  return last ? last.index + last[0].length : 0;
}

/** The first verb that is of no clause within the subject: "that police tackle crime", "we provide". */
function mainVerb(tokens: readonly Token[], first: number): number | null {
  let within = 0;
  for (let at = first + 1; at < tokens.length; at += 1) {
    const { pos, text } = tokens[at]!;
    const begins = /^(?:that|who|which)$/i.test(text) || (pos === 'PRON' && NOUNS.has(tokens[at - 1]!.pos));
    if (begins) within += 1;
    if (pos !== 'VERB' && pos !== 'AUX') continue;
    if (within === 0) return at;
    while (tokens[at + 1]?.pos === 'VERB' || tokens[at + 1]?.pos === 'AUX') at += 1;
    within -= 1;
  }
  return null;
}
