import { findAreas } from '../registry/areas.ts';
import type { Measure } from '../registry/measures.ts';
import type { PhraseMatch } from '../registry/phrases.ts';
import { expandAcronyms } from '../text/acronyms.ts';
import { isWord } from '../text/lexicon.ts';
import { wordsOf } from '../text/words.ts';
import { type MeasureReading, type NamedMeasure, named } from './named-measure.ts';
import { subjectOf } from './phrases.ts';
import { bracketAt, measuresOfNoun, rightOf, type Scan } from './scan.ts';
import { refersBack, subjectFor } from './subject.ts';
import { namedByPhrase } from './whole-phrase.ts';

/** A measure named in the figure's own noun phrase, else the last one named before it, else one named after it. */
export function registryMeasure(reading: MeasureReading, noun: string): NamedMeasure | null {
  const { scan, index, context, role } = reading;
  const figure = scan.figures[index]!;
  if (noun) {
    const whole = expandAcronyms(noun, context.acronyms);
    const own = measuresOfNoun(whole).at(-1);
    if (own) return named(own.entry, 'name', whole.slice(own.start, own.end));
  }
  const next = scan.figures[index + 1];
  const ahead = scan.measures.find(
    (mention) =>
      mention.start >= figure.unitEnd &&
      mention.start - figure.unitEnd < 60 &&
      (!next ||
        mention.start < next.start ||
        /^\s*(?:increase|decrease|rise|reduction|fall|fewer|more|less)?\s*(?:in|of|fewer|more|less)?\s/i.test(
          rightOf(scan, index),
        )),
  );
  const leads =
    /^\s*(?:(?:[a-z-]+\s+){0,2}(?:in|of|for)\s+(?:the\s+)?(?:number\s+of\s+)?|(?:fewer|more|less|additional|further)\s+)(?:recorded\s+|reported\s+|total\s+)?$/i;
  if (ahead && leads.test(scan.text.slice(figure.unitEnd, ahead.start))) return namedByPhrase(scan, ahead);
  const sharing = shareBefore(reading);
  if (sharing) return sharing;
  const behind = lastBefore(scan, figure.start);
  if (behind && !isOtherClause(reading, behind)) return namedByPhrase(scan, behind);
  if (ahead && index === 0 && subjectFor(reading) === '') return namedByPhrase(scan, ahead);
  if (behind && noun === '' && isOtherClause(reading, behind) && namesSomething(subjectFor(reading))) return null;
  const subjectOfRank =
    figure.form === 'ordinal'
      ? scan.measures.find(
          (mention) =>
            mention.start >= figure.unitEnd && /\bfor\s+(?:the\s+)?$/i.test(scan.text.slice(0, mention.start)),
        )
      : undefined;
  if (subjectOfRank) return namedByPhrase(scan, subjectOfRank);
  if (reading.previous?.measure && (role.statistic === 'change' || noun === ''))
    return { ...reading.previous, by: 'before' };
  if (noun !== '') return null;
  if (
    reading.mentioned &&
    (refersBack(scan) || subjectFor(reading) === '' || sharesWord(subjectFor(reading), reading.mentioned.label))
  )
    return { ...reading.mentioned, by: 'before' };
  return reading.above && /^(?:this|these|it|they)\b/i.test(scan.text) ? { ...reading.above, by: 'before' } : null;
}

/** A change in points, or of a share named in the same sentence, is one of that share. */
function shareBefore({ scan, index, role, previous }: MeasureReading): NamedMeasure | null {
  const [before, figure] = [scan.figures[index - 1], scan.figures[index]!];
  const ofShare =
    role.statistic === 'change' &&
    (figure.unit === 'percentage-point' || figure.unit === 'percent') &&
    before?.unit === 'percent';
  if (!ofShare || !previous) return null;
  const renamed = scan.measures.some((mention) => mention.start >= before.end && mention.end <= figure.start);
  return renamed ? null : { ...previous, by: previous.by === 'name' ? 'name' : 'before' };
}

/** "figures", "the rate" and "the MSG average" name nothing that is measured. */
function namesSomething(subject: string): boolean {
  const words = subject.split(' ');
  return words.length > 1 && !isWord(words.at(-1)!, 'actors') && findAreas(subject).length === 0;
}

/** "…, while possession offences fell 6%": a clause with a subject of its own is not about the measure before it. */
function isOtherClause({ scan, index }: MeasureReading, mention: PhraseMatch<Measure>): boolean {
  const left = scan.text.slice(0, scan.figures[index]!.qualifierStart);
  const start =
    [...left.matchAll(/[;]\s+|,\s+(?:but|while|whilst|whereas|although)\s+/g)]
      .map((match) => match.index + match[0].length)
      .at(-1) ?? 0;
  const clause = left.slice(start);
  const hasVerb = (clause.match(/[a-z]+/gi) ?? []).some((word) => isWord(word, 'verbs', 'auxiliaries'));
  return start > mention.end && hasVerb && subjectOf(clause) !== '';
}

/** The last measure named before an offset in the same clause, else the first of the sentence's clauses before. */
function lastBefore(scan: Scan, at: number): PhraseMatch<Measure> | null {
  const before = scan.measures.filter((mention) => {
    const bracket = bracketAt(scan, mention.start);
    return mention.end <= at && (bracket === null || bracket.end > at);
  });
  return before.at(-1) ?? null;
}

/** "confidence stands at 78%" after the Crime Survey's overall confidence was named. */
function sharesWord(subject: string, label: string): boolean {
  const keys = new Set(wordsOf(label).map((word) => word.key));
  const own = wordsOf(subject);
  return own.length <= 2 && own.some((word) => keys.has(word.key));
}
