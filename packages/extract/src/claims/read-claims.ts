import { type Assertion, type Claim, claimId, locate } from '@scrutineer/model';
import type { PaperContext } from '../context.ts';
import type { TextPassage } from '../document.ts';
import { isCompared } from '../narrative/period-mentions.ts';
import { type Scan, scanSentence } from '../narrative/scan.ts';
import { type Range, sentencesOf } from '../narrative/sentences.ts';
import { formatInterval } from '../periods/calendar.ts';
import { resolveMentions } from '../periods/pick.ts';
import { misnamedQuarter, spelledOut } from '../periods/spelled-out.ts';
import type { Measure } from '../registry/measures.ts';
import { assertionsIn, type SaidWords } from './assertions.ts';
import { sinceDay } from './record-since.ts';
import { subjectsOf } from './subject.ts';
import { targetWords } from './target-words.ts';

/** What is hoped, planned, denied, supposed or told of an earlier report says nothing of the figures. */
const NOT_STATED =
  /\b(?:will|would|could|should|may|might|aim(?:s|ed|ing)?|expect(?:s|ed|ation)?|forecast|predict(?:s|ed)?|anticipat\w+|plan(?:s|ned)?|hop(?:e|es|ed|ing)|seek(?:s|ing)?|intend(?:s|ed)?|ambition|objective|priorit(?:y|ies)|commit(?:ment|ted)|if|whether|unless|not|no|never|neither|without|previously|last (?:report|meeting|scrutiny)|likely|recommend\w*|attribut\w+|due to|because|rate of|rates of|pace of)\b|\bto (?:reduce|increase|improve|cut|tackle|decrease|lower)\b/i;

/** Words before a measure's name, or in its clause, that make it a part of the measure. */
const QUALIFIED =
  /\b(?:some|certain|repeat|other|elsewhere|parts of|except|other than|apart from|only)\b|\bmost (?!notabl|clear|mark|recent)/i;

/**
 * What the sentences of a paper say in words: that a measure rose, improved, is the highest for years, met its target.
 * Only plain statements about a measure named just beside the words are taken; the rest is left alone.
 */
export function readClaims(passages: readonly TextPassage[], context: PaperContext, paper: string): Claim[] {
  return passages.flatMap((passage) => {
    let spokenOf: Measure | null = null;
    return sentencesOf(passage.text, passage.role === 'heading').flatMap((range) => {
      const scan = scanSentence(passage.text, range, context);
      const claims = claimsOf(scan, spokenOf);
      spokenOf = scan.measures[0]?.entry ?? spokenOf;
      return claims.map((said) => finishClaim(said, scan, passage, context, paper));
    });
  });
}

interface Said extends Pick<SaidWords, 'says' | 'start' | 'end'> {
  readonly measure: Pick<Measure, 'id' | 'label'> | null;
  readonly since: string | null;
}

/** @param spokenOf the measure that the sentences before spoke of, in the same passage */
function claimsOf(scan: Scan, spokenOf: Measure | null): Said[] {
  const misnamed = scan.periods.filter((mention) => {
    const months = spelledOut(mention, scan.periods, scan.text);
    return months !== null && misnamedQuarter(mention, months).length > 0;
  });
  const quarters = misnamed.map(({ start, end }) => saidAt('misnamed-quarter', { start, end }, null));
  return [...quarters, ...clausesOf(scan.text).flatMap((clause) => claimsOfClause(scan, clause, spokenOf))];
}

function claimsOfClause(scan: Scan, clause: Range, spokenOf: Measure | null): Said[] {
  const words = scan.text.slice(clause.start, clause.end);
  const inside = ({ start, end }: { readonly start: number; readonly end: number }) =>
    start >= clause.start && end <= clause.end;
  const target = targetWords(scan, clause, spokenOf);
  if (target.length > 0) return target.map((said) => saidAt(said.says, said, said.measure));
  if (NOT_STATED.test(words)) return [];
  const assertions = assertionsIn(scan.text).filter(inside);
  return assertions.flatMap((said) =>
    (QUALIFIED.test(words.slice(0, said.start - clause.start).slice(-90)) ? [] : subjectsOf(scan, said)).map(
      (measure) => saidAt(said.says, said, measure, said.record ? sinceDay(said.record, scan) : null),
    ),
  );
}

function saidAt(
  says: Assertion,
  { start, end }: { readonly start: number; readonly end: number },
  measure: Said['measure'],
  since: string | null = null,
): Said {
  return { says, start, end, measure, since };
}

/** Half-open ranges of a sentence between semicolons, dashes and words that set one statement against another. */
function clausesOf(text: string): Range[] {
  const breaks = [
    ...text.matchAll(
      /;|, as (?:was|were|did)\b|\s[-–]\s|,?\s(?:but|while|whilst|whereas|although|though|despite|however|when compared)\b/gi,
    ),
  ];
  const edges = [0, ...breaks.map(({ index }) => index), text.length];
  return edges.slice(1).map((end, index) => ({ start: edges[index]!, end }));
}

function finishClaim(said: Said, scan: Scan, passage: TextPassage, context: PaperContext, paper: string): Claim {
  const at = scan.offset + said.start;
  const { span, line, page, box } = locate(passage.leaf, at, at + said.end - said.start);
  const { measure, says, since } = said;
  const claim = {
    paper,
    measure: measure && { id: measure.id, label: measure.label },
    area: areaOf(scan, context),
    says,
    since,
    periods: periodsOf(said, scan, context),
    months: monthsNamed(scan.text),
    source: {
      page,
      bbox: box && ([...box] as [number, number, number, number]),
      line,
      ...span,
      quote: passage.text.slice(scan.offset, scan.offset + scan.text.length).replace(/\s+/g, ' '),
    },
  };
  return { id: claimId(claim), ...claim };
}

/**
 * The periods that the words right after an assertion name, else those before it. What is compared with is none, nor the
 * year that a record is counted from.
 */
function periodsOf(said: Said, scan: Scan, context: PaperContext): string[] {
  const isOfRecord = ({ start, end }: Range) => start < said.end && end > said.start;
  const own = scan.periods.filter((mention) => !isCompared(scan, mention) && !isOfRecord(mention));
  const after = own.filter(({ start }) => start >= said.end && start - said.end < NEAR);
  const { intervals } = resolveMentions(after.length > 0 ? after : own, context.periods, null);
  return [...new Set(intervals.map(formatInterval))];
}

/** Characters within which a period belongs to the words before it. */
const NEAR = 60;

/** The paper's own area, or the only one that the sentence names. */
function areaOf({ areas }: Scan, { area }: PaperContext): Claim['area'] {
  const names = new Map(areas.map(({ entry }) => [entry.label, entry]));
  const [named] = names.values();
  const about = names.size === 1 ? named! : area;
  return about && { id: about.id, label: about.label };
}

/** "the previous 12-month period", "year on year", "the same quarter last year". */
function monthsNamed(text: string): number[] {
  const months = new Set<number>();
  if (/\b(?:12|twelve)[- ]months?\b|\byear[- ]on[- ]year\b|\bannual(?:ly)?\b|\bfull year\b/i.test(text)) months.add(12);
  if (/\b(?:quarter(?:ly)?|three months|3 months)\b/i.test(text)) months.add(3);
  if (/\b(?:month on month|monthly)\b/i.test(text)) months.add(1);
  return [...months];
}
