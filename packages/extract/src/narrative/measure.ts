import type { PaperContext } from '../context.ts';
import type { TextPassage } from '../document.ts';
import type { Figure } from '../figures/figure.ts';
import { isDuration } from '../figures/units.ts';
import { cleanHeading, tellingHeading } from '../headings.ts';
import { directionOf } from '../registry/directions.ts';
import { exactMeasure, findMeasures, type Measure, measureOfLabel } from '../registry/measures.ts';
import type { PhraseMatch } from '../registry/phrases.ts';
import { expandAcronyms } from '../text/acronyms.ts';
import { isParticiple, isWord } from '../text/lexicon.ts';
import { wordsOf } from '../text/words.ts';
import { nounPhraseAt, participleAfter, subjectOf, verbBefore } from './phrases.ts';
import type { Role } from './role.ts';
import { bracketAt, leftOf, rightOf, type Scan, withoutPeriods } from './scan.ts';

/** A measure as a figure's words name it. */
export interface NamedMeasure {
  readonly measure: Measure | null;
  readonly label: string;
  /** How it was found, for the method and the confidence. */
  readonly by: 'name' | 'before' | 'heading' | 'words';
}

export interface MeasureReading {
  readonly scan: Scan;
  readonly index: number;
  readonly role: Role;
  readonly passage: TextPassage;
  readonly context: PaperContext;
  /** The measure of the figure before, in this sentence or the one before it. */
  readonly previous: NamedMeasure | null;
  /** The measure that the sentences before named, in the same passage. */
  readonly mentioned: NamedMeasure | null;
  /** The measure that the section named last. */
  readonly above: NamedMeasure | null;
}

/** What a figure of a sentence measures: a measure of the registry, or the words around the figure. */
export function nameFigure(reading: MeasureReading): NamedMeasure {
  return rankName(reading, nameByWords(reading));
}

function nameByWords(reading: MeasureReading): NamedMeasure {
  const noun = countedNoun(reading);
  const registry = registryMeasure(reading, noun);
  const share = shareLabel(reading, registry, noun);
  if (share) return share;
  const part = partOfThose(reading, registry, noun);
  if (part) return part;
  if (registry && isOfOtherKind(reading, registry)) return aspect(reading, registry);
  if (registry && !speaksOfSomethingElse(noun, registry) && !isEvent(reading, registry, noun)) return registry;
  const plain = registry === null ? countedAlone(reading, noun) : null;
  return plain ?? (noun ? null : headingMeasure(reading)) ?? composed(reading, noun) ?? registry ?? fallback(reading);
}

/** "Of those referrals 862 concerned domestic abuse": a part of what was counted before, whatever it is called. */
function partOfThose(
  { scan, index, previous }: MeasureReading,
  registry: NamedMeasure | null,
  noun: string,
): NamedMeasure | null {
  if (!previous || scan.figures[index]!.unit !== null || !/^of\s+(?:these|those|the|this)\b/i.test(scan.text))
    return null;
  const next = scan.figures[index + 1]?.start ?? scan.text.length;
  const own = scan.measures.find((mention) => mention.start > scan.figures[index]!.end && mention.end <= next);
  const part = own?.entry.label ?? noun;
  return part && registry ? words(tidy(`${wholeOf(previous.label)} - ${part}`)) : null;
}

/** What the parts before were parts of. */
function wholeOf(label: string): string {
  return label
    .replace(/, share.*$/, '')
    .split(' - ')
    .slice(0, 2)
    .join(' - ');
}

/** A length of time or an amount of money is no level of a measure that is counted. */
function isOfOtherKind({ scan, index, role }: MeasureReading, { measure }: NamedMeasure): boolean {
  const { unit } = scan.figures[index]!;
  if (measure === null || role.statistic === 'rank' || unit === null) return false;
  return isDuration(unit) !== isDuration(measure.unit) && (isDuration(unit) || unit === 'GBP')
    ? true
    : unit === 'GBP' && measure.unit !== 'GBP';
}

/** "999 calls - average answering time": the measure named, and the noun that says what of it. */
function aspect(reading: MeasureReading, registry: NamedMeasure): NamedMeasure {
  const object = amountFor(reading);
  const kind = isDuration(reading.scan.figures[reading.index]!.unit) ? 'duration' : 'amount';
  const base = registry.label.split(' - ')[0]!;
  const times = ['average time to answer', 'average time to arrive'].flatMap(
    (time) => measureOfLabel(`${base} - ${time}`) ?? [],
  );
  const timed = kind === 'duration' ? times[0] : undefined;
  if (timed) return named(timed, 'words');
  const label = `${registry.label} - ${object || kind}`;
  const measure = measureOfLabel(label) ?? (object ? exactMeasure(object) : null);
  return { measure, label: measure?.label ?? label, by: 'words' };
}

/** "72 officers left the force": people the registry counts, but not how many there are. */
function isEvent({ scan, index }: MeasureReading, { measure }: NamedMeasure, noun: string): boolean {
  if (measure?.group !== 'Workforce' || noun === '') return false;
  const after = restAfter(scan.text.slice(scan.figures[index]!.unitEnd), noun);
  return participleAfter(after) !== '' || /^\s*(?:left|joined|resigned|retired|started|leaving|joining)\b/i.test(after);
}

/** "The county recorded 42,063 crimes": the noun alone, where nobody but the force is the subject. */
function countedAlone(reading: MeasureReading, noun: string): NamedMeasure | null {
  const { scan, index } = reading;
  if (noun !== '' || scan.figures[index]!.unit !== null || subjectFor(reading) !== '') return null;
  const word = /^\s*(?:recorded\s+)?([a-z]+)\b/i.exec(scan.text.slice(scan.figures[index]!.unitEnd))?.[1];
  const measure = word ? exactMeasure(word) : null;
  return measure ? named(measure, 'name') : null;
}

/** A rank among others is named with them: "Homicides, rank in the North West". */
function rankName({ scan, index, role }: MeasureReading, named: NamedMeasure): NamedMeasure {
  if (role.statistic !== 'rank') return named;
  const at = scan.figures[index]!.start;
  const parts = [...scan.text.matchAll(/;|,\s+(?:while|whilst|but|and)\b/gi)].map((match) => match.index);
  const [start, end] = [parts.findLast((part) => part < at) ?? 0, parts.find((part) => part > at) ?? scan.text.length];
  const fields = scan.areas.filter((area) => area.entry.kind !== 'force' && area.start >= start && area.end <= end);
  const field = fields.find((area) => area.start > at) ?? fields.at(-1);
  return { ...named, measure: null, label: `${named.label}, rank${field ? ` in ${field.entry.label}` : ''}` };
}

/** The measure of a heading above whose words the sentence uses again. */
function headingMeasure({ scan, passage }: MeasureReading): NamedMeasure | null {
  const used = new Set(wordsOf(scan.text).map((word) => word.key));
  for (const heading of [...passage.headings].reverse()) {
    const measure = measureOfLabel(cleanHeading(heading)) ?? findMeasures(heading)[0]?.entry ?? null;
    const telling = measure ? wordsOf(measure.label).map((word) => word.key) : [];
    if (measure && used.has(telling[0]!)) return named(measure, 'heading');
  }
  return null;
}

/** The noun phrase that the figure counts ("5,000 public service volunteers"); empty for rates, money and changes. */
function countedNoun({ scan, index, role }: MeasureReading): string {
  const figure = scan.figures[index]!;
  if (
    figure.unit === 'GBP' ||
    figure.unit === 'percent' ||
    figure.unit === 'percentage-point' ||
    figure.form === 'ordinal'
  )
    return '';
  if (role.rule === 'figure-then-direction') return '';
  const right = isDuration(figure.unit)
    ? rightOf(scan, index).replace(/^\s*of\s+/, ' ')
    : scan.text.slice(figure.unitEnd, figure.unitEnd + 160);
  const phrase = nounPhraseAt(cutAtPeriod(scan, figure, right));
  return phrase.split(' ').every((word) => isWord(word, 'counted', 'prepositions')) ? '' : phrase;
}

function cutAtPeriod(scan: Scan, figure: Figure, right: string): string {
  const period = scan.periods.find((mention) => mention.start >= figure.unitEnd);
  const next = scan.figures.find((other) => other.start > figure.start);
  const end = Math.min(period?.start ?? Infinity, next?.qualifierStart ?? Infinity);
  return end < Infinity ? right.slice(0, Math.max(0, end - figure.unitEnd)) : right;
}

/** A measure named in the figure's own noun phrase, else the last one named before it, else one named after it. */
function registryMeasure(reading: MeasureReading, noun: string): NamedMeasure | null {
  const { scan, index, context, role } = reading;
  const figure = scan.figures[index]!;
  if (noun) {
    const own = findMeasures(expandAcronyms(noun, context.acronyms));
    if (own.length > 0) return named(own.at(-1)!.entry, 'name');
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
  if (ahead && leads.test(scan.text.slice(figure.unitEnd, ahead.start))) return named(ahead.entry, 'name');
  const sharing = shareBefore(reading);
  if (sharing) return sharing;
  const behind = lastBefore(scan, figure.start);
  if (behind && !isOtherClause(reading, behind)) return named(behind.entry, 'name');
  if (ahead && index === 0 && subjectFor(reading) === '') return named(ahead.entry, 'name');
  const subjectOfRank =
    figure.form === 'ordinal'
      ? scan.measures.find(
          (mention) =>
            mention.start >= figure.unitEnd && /\bfor\s+(?:the\s+)?$/i.test(scan.text.slice(0, mention.start)),
        )
      : undefined;
  if (subjectOfRank) return named(subjectOfRank.entry, 'name');
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

function refersBack(scan: Scan): boolean {
  return /^(?:this|these|it|they|the (?:current|latest|figure|number|proportion|rate|increase|decrease|total|position)|there|in|as|since|over|a)\b/i.test(
    scan.text,
  );
}

function named(measure: Measure, by: NamedMeasure['by']): NamedMeasure {
  return { measure, label: measure.label, by };
}

/** A noun that names something else than the measure found ("259 Specials", "50 staff" beside a crime). */
function speaksOfSomethingElse(noun: string, { by, measure }: NamedMeasure): boolean {
  if (noun === '' || measure === null) return false;
  return by !== 'name' || findMeasures(noun).length === 0;
}

/** A share: "5% of children who go missing", "78.4% backed an increase", "37 (55%)". */
function shareLabel(reading: MeasureReading, registry: NamedMeasure | null, noun: string): NamedMeasure | null {
  const { scan, index, role, previous } = reading;
  const figure = scan.figures[index]!;
  if (noun || figure.unit !== 'percent' || role.statistic !== 'level') return null;
  if (registry?.measure?.unit === 'percent') return null;
  const right = scan.text.slice(figure.unitEnd);
  if (previous && /^\s*of\s+(?:these|those|this|which|the total)\b/i.test(scan.text))
    return words(`${baseLabel(previous.label)} - ${nounTail(right)}, share`.replace(' - ,', ','));
  const whole = (
    figure.form === 'fraction' ? /^\s*(?:of\s+)?(?:all\s+|the\s+|any\s+)?/i : /^\s*of\s+(?:all\s+|the\s+|any\s+)?/i
  ).exec(right);
  if (whole && !(figure.form === 'fraction' && isWord(/[a-z]+/i.exec(right)?.[0] ?? '', 'auxiliaries'))) {
    const rest = right.slice(whole[0].length);
    const phrase = nounPhraseAt(rest);
    const clause = /^\s*(who|which|that)\s+(\w+(?:\s+\w+)?)/i.exec(rest.slice(rest.indexOf(phrase) + phrase.length));
    if (/^(?:them|these|those|whom|which|this)$/i.test(phrase.split(' ')[0] ?? '') && previous)
      return words(
        `${baseLabel(previous.label)} - ${doneTo(rest, phrase.split(' ')[0]!) || nounTail(rest.replace(/^\s*\w+/, ''))}, share`.replace(
          ' - ,',
          ',',
        ),
      );
    if (phrase) return shareOf(phrase, clause ? `${clause[1]} ${clause[2]}` : doneTo(rest, phrase), registry);
  }
  if (registry && registry.by === 'name')
    return { ...registry, measure: null, label: `${registry.label}${participle(right)}, share` };
  if (role.share && previous && index > 0) return words(`${previous.label}, share`);
  const tail = /^\s+((?:being\s+)?[a-z]+(?:\s+(?!and\b)[\w£%,-]+){0,7})/i.exec(right.replace(/[.;].*$/, ''))?.[1] ?? '';
  if (previous && index > 0 && tail) return words(`${baseLabel(previous.label)}, share ${tail}`);
  if (previous && index > 0) return words(`${baseLabel(previous.label)}, share`);
  if (registry) return { ...registry, measure: null, label: `${registry.label}, share` };
  return null;
}

/** "92.1% of emergency calls were answered within 10 seconds" is a measure of its own where the registry has it. */
function shareOf(phrase: string, done: string, registry: NamedMeasure | null): NamedMeasure {
  const label = [phrase, done].filter(Boolean).join(' ');
  const measure = measureOfLabel(label);
  if (measure?.unit === 'percent') return named(measure, 'name');
  const generic = phrase.split(' ').every((word) => isWord(word, 'counted'));
  return words(`${generic && registry ? registry.label : label}, share`);
}

/** What is said to have been done to a noun: "answered within 10 seconds". */
function doneTo(text: string, phrase: string): string {
  const verb =
    /^\W*(?:\([^)]*\)\s*)?(?:(?:have|has|had|was|were|are|is|being|been|be)\s+)*([a-z]+(?:\s+(?:within|in|under|by|as|at)\s+[\w%]+(?:\s+[a-z]+)?)?)/i.exec(
      restAfter(text, phrase),
    )?.[1];
  return verb && isParticiple(verb.split(' ')[0]!) ? verb : '';
}

/** The next words of a clause, as a name: "led to an arrest". */
function nounTail(right: string): string {
  return (/^\s+((?:[a-z]+\s*){1,5})/i.exec(right.replace(/[.;,(].*$/, ''))?.[1] ?? '').trim();
}

function participle(right: string): string {
  const word = participleAfter(right);
  return word ? ` - ${word}` : '';
}

function baseLabel(label: string): string {
  return label.replace(/, share.*$/, '');
}

function words(label: string): NamedMeasure {
  return { measure: null, label, by: 'words' };
}

/** A label of the sentence's own words: subject, what is counted, what was done with it. */
function composed(reading: MeasureReading, noun: string): NamedMeasure | null {
  const { scan, index, context, previous } = reading;
  const figure = scan.figures[index]!;
  const subject = subjectFor(reading);
  const ellipsis = noun === '' ? elliptical(reading) : null;
  if (ellipsis) return ellipsis;
  const isShare = figure.unit === 'percent' || figure.unit === 'percentage-point';
  const object = noun || (isShare ? '' : amountFor(reading));
  const done = noun
    ? participleAfter(restAfter(scan.text.slice(figure.unitEnd), noun)) || pastVerb(leftOf(scan, index))
    : '';
  if (!object && !subject) return (isShare || figure.unit === 'GBP') && previous ? { ...previous, by: 'before' } : null;
  const head = subject || leadFor(reading, object);
  const label = [head, [object, done].filter(Boolean).join(' ')].filter(Boolean).join(' - ');
  const expanded = tidy(expandAcronyms(label, context.acronyms));
  const measure = done ? null : (measureOfLabel(expanded) ?? (object && !subject ? exactMeasure(object) : null));
  return { measure, label: measure?.label ?? expanded, by: 'words' };
}

/** "37 (55%) have been completed": a count without a noun is one of those counted before. */
function elliptical({ scan, index, previous }: MeasureReading): NamedMeasure | null {
  const figure = scan.figures[index]!;
  const right = scan.text.slice(figure.unitEnd);
  const verb =
    /^\s*(?:\([^)]*\)\s*)?(?:(?:have|had|has|were|was|are|is|been)\s+)*([a-z]+)((?:\s+(?:in|to|of|by|as|a|an|the|no|not|with)\b)?(?:\s+[a-z-]+){0,3})/i.exec(
      right,
    );
  if (!previous || figure.unit !== null || !verb || !(isParticiple(verb[1]!) || isWord(verb[1]!, 'verbs'))) return null;
  const outcome = /^\s+(?:in|to|as|a|an|no)\b/i.test(verb[2]!) ? verb[2]!.trim() : '';
  return words(tidy(`${previous.label.replace(/ \w+ed$/, '')} ${verb[1]} ${outcome}`));
}

/** What a phrase without a subject of its own belongs to: the figure before it, else the heading where it says little. */
function leadFor({ scan, index, previous, passage }: MeasureReading, object: string): string {
  if (previous && (index > 0 || refersBack(scan)))
    return previous.label
      .split(' - ')
      .at(-1)!
      .replace(/, share.*$/, '');
  return object && object.split(' ').length < 3 ? (tellingHeading(passage.headings) ?? '') : '';
}

function restAfter(text: string, phrase: string): string {
  const last = phrase.split(' ').at(-1)!;
  const at = text.indexOf(last);
  return at < 0 ? text : text.slice(at + last.length);
}

function pastVerb(left: string): string {
  const verb = verbBefore(left);
  return /^(?:has|have|had|is|are|was|were|be|been)$/i.test(verb) ? '' : verb;
}

/** What an amount of money, a rate or a length of time is for: the noun before it, and the phrase after it. */
function amountFor({ scan, index }: MeasureReading): string {
  const figure = scan.figures[index]!;
  const left = withoutPeriods(scan, index > 0 ? scan.figures[index - 1]!.unitEnd : 0, figure.qualifierStart);
  const before = /([A-Za-z][\w'-]*(?:\s+[A-Za-z][\w'-]*){0,3})\s+of\s*(?:up\s+to\s*)?$/i.exec(left)?.[1] ?? '';
  const right = scan.text.slice(figure.unitEnd);
  const after =
    /^\s*(?:per\s+\w+\s+)?(?:(?:in|will|has|have|had|was|were|been|be|is|are|provided|allocated|secured|made|available|spent|invested|awarded)\s+)*(?:for|to|from|towards|on|in|into|of|across)\s+(?:the\s+|a\s+|an\s+)?/i.exec(
      right,
    );
  const told = nounPhraseAt(after ? right.slice(after[0].length) : right);
  const purpose = directionOf(told.split(' ')[0]!) ? '' : told;
  const changed = /\b(?:increas|reduc|rais|cut|lower)\w*\s+((?:[\w'-]+\s+){1,8})by\s*$/i.exec(left)?.[1];
  const verb = verbBefore(left);
  const lead = (changed && nounPhraseAt(changed)) || nounOnly(before) || (directionOf(verb) ? '' : verb);
  const giver = /\bbeen\s+\w+\s+(?:from|by|for|to)\s+(?:the\s+)?([A-Z].*)$/.exec(right)?.[1];
  return [lead, purpose, giver ? nounPhraseAt(giver) : ''].filter(Boolean).join(' ');
}

function nounOnly(phrase: string): string {
  return phrase
    .split(/\s+/)
    .filter((word) => !isWord(word, 'determiners', 'prepositions', 'auxiliaries', 'conjunctions'))
    .slice(-3)
    .join(' ');
}

/** The subject of the figure's clause, or that of the sentence where the clause has none of its own. */
function subjectFor({ scan, index, passage }: MeasureReading): string {
  const left = withoutPeriods(scan, 0, scan.figures[index]!.qualifierStart);
  const starts = [
    ...left.matchAll(
      /[;:]\s+|,\s+(?:but|while|whilst|whereas|although)\s+|\b(?:forecast|estimat|project|predict|confirm|report|stat|show|suggest|mean|indicat)\w*\s+that\s+/g,
    ),
  ].map((match) => match.index + match[0].length);
  const own = subjectOf(left.slice(starts.at(-1) ?? 0)) || subjectOf(left);
  return own && !own.includes(' ') && /^(?:the|this|our)\s/i.test(left)
    ? (fullName(own, passage.text.slice(0, scan.offset)) ?? own)
    : own;
}

/** "The survey" is the last survey that the passage named in full ("his annual Let's Talk Policing Survey"). */
function fullName(noun: string, before: string): string | null {
  const names = [
    ...before.matchAll(
      new RegExp(`\\b(?:the|a|an|our|its|his|her|their)\\s+((?:[\\w'\u2019-]+\\s+){1,6}${noun})\\b`, 'gi'),
    ),
  ];
  return names.at(-1)?.[1]?.replace(/^(?:new|annual|recent|latest|first|second|third)\s+/i, '') ?? null;
}

function fallback({ passage, scan, index, previous, mentioned, above }: MeasureReading): NamedMeasure {
  if (previous) return { ...previous, by: 'before' };
  if (mentioned) return { ...mentioned, by: 'before' };
  const headings = [...passage.headings].reverse();
  for (const heading of headings) {
    const measure = measureOfLabel(cleanHeading(heading)) ?? findMeasures(heading)[0]?.entry;
    if (measure) return named(measure, 'heading');
  }
  if (above) return { ...above, by: 'before' };
  const nouns = scan.text
    .slice(Math.max(0, scan.figures[index]!.start - 60), scan.figures[index]!.start)
    .replace(/^\S*\s/, '');
  return words(tidy((tellingHeading(passage.headings) ?? '') || nouns) || 'unnamed measure');
}

/** No label is longer than a line, nor ends in a preposition. */
function tidy(label: string): string {
  return label
    .split(/\s+/)
    .slice(0, 18)
    .join(' ')
    .replace(/[\s,;:-]+$/, '')
    .trim();
}
