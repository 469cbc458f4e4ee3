import type { Figure } from '../figures/figure.ts';
import { isDuration } from '../figures/units.ts';
import { cleanHeading, tellingHeading, tellingHeadings } from '../headings.ts';
import { labelOf } from '../registry/label.ts';
import { exactMeasure, findMeasures, measureOfLabel } from '../registry/measures.ts';
import { isParticiple, isWord } from '../text/lexicon.ts';
import { wordsOf } from '../text/words.ts';
import { bracketedItem } from './bracketed-list.ts';
import { amountFor, composed, countedNoun, elliptical, restAfter } from './composed-label.ts';
import { nameByConstruction, partOfSubject } from './constructions.ts';
import { nameOfItem } from './item-name.ts';
import { type MeasureReading, type NamedMeasure, named, tidy, words } from './named-measure.ts';
import { namesNothing } from './names-nothing.ts';
import { nounName } from './noun-name.ts';
import { nounPhraseAt, participleAfter } from './phrases.ts';
import { registryMeasure } from './registry-measure.ts';
import { adjoinsBracket, bracketAt, measuresOfNoun, rightOf, type Scan } from './scan.ts';
import { shareLabel } from './share-label.ts';
import { subjectFor } from './subject.ts';
import { subjectText } from './subject-text.ts';

/** What a figure of a sentence measures: a measure of the registry, or the words around the figure. */
export function nameFigure(reading: MeasureReading): NamedMeasure {
  const item = nameOfItem(reading);
  if (item) return item;
  const byWords = nameByWords(reading);
  const isShare = /, share\b/.test(byWords.label);
  const told = asNoun(byWords, reading);
  const isEmpty = told.measure === null && namesNothing(told.label.replace(/, (?:share|duration).*$/, ''));
  const earlier = isEmpty ? earlierName(reading) : null;
  if (!earlier) return told;
  const isShareOfCount = isShare && earlier.measure !== null && earlier.measure.unit !== 'percent';
  return isShareOfCount ? { ...earlier, measure: null, label: `${earlier.label}, share` } : earlier;
}

/** What is named in the sentence's own words is a noun. */
function asNoun(named: NamedMeasure, { scan }: MeasureReading): NamedMeasure {
  return named.measure === null && named.by === 'words' ? { ...named, label: nounName(named.label, scan.text) } : named;
}

/** What was named before, for words that name nothing of their own. */
function earlierName({ previous, mentioned, above, passage }: MeasureReading): NamedMeasure | null {
  const before = previous ?? mentioned;
  if (before) return { ...before, by: 'before' };
  const heading = tellingHeading(passage.headings);
  return (
    aspectAbove(passage.headings) ??
    (heading ? headingName(heading) : null) ??
    (above ? { ...above, by: 'before' } : null)
  );
}

/** "User satisfaction > Whole experience": a heading that names an aspect of what the one above it names. */
function aspectAbove(headings: readonly string[]): NamedMeasure | null {
  const [heading, parent] = tellingHeadings(headings);
  if (!heading || !parent) return null;
  const over = headingName(parent);
  if (!over?.measure || headingName(heading) || wordsOf(heading).length > 4) return null;
  const label = `${over.label} - ${cleanHeading(heading)}`;
  const measure = measureOfLabel(label);
  return { measure, label: measure?.label ?? label, by: 'heading' };
}

function headingName(heading: string): NamedMeasure | null {
  const whole = measureOfLabel(cleanHeading(heading));
  if (whole) return named(whole, 'heading', cleanHeading(heading));
  const mention = findMeasures(heading)[0];
  return mention ? named(mention.entry, 'heading', heading.slice(mention.start, mention.end)) : null;
}

function nameByWords(reading: MeasureReading): NamedMeasure {
  const own = subjectOfShare(reading) ?? instancesOf(reading) ?? ownNoun(reading) ?? partOfSubject(reading);
  if (own) return own;
  const constructed = nameByConstruction(reading);
  if (constructed?.measure) return constructed;
  const nearest = nameByNearness(reading);
  if (!constructed) return nearest;
  const isNoun = HEADS.test(constructed.label) && !findMeasures(constructed.label).length;
  return nearest.by !== 'name' || isNoun ? constructed : nearest;
}

/** "Satisfaction among victims of ASB is up from 80.9%": no share of what is counted in it, but what its subject says. */
function subjectOfShare({ scan, index, role }: MeasureReading): NamedMeasure | null {
  const figure = scan.figures[index]!;
  if ((figure.unit !== 'percent' && role.statistic !== 'rank') || /^\s*of\b/i.test(scan.text.slice(figure.unitEnd)))
    return null;
  const text = subjectText(scan, index);
  if (!text || !OPINION.test(text) || /\d/.test(text)) return null;
  const label = tidy(text);
  const measure = measureOfLabel(label);
  return measure?.unit === 'percent' ? { measure, label: labelOf(measure, label), by: 'name' } : words(label);
}

/** What people are asked, or feel: percentages by their nature. */
const OPINION =
  /^(?:(?:overall|public|user|victim|customer|local)\s+)*(?:satisfaction|confidence|trust|feelings?|perceptions?|victims)\b.*\s(?:of|among|amongst|with|for|that|in)\s/i;

/** "vehicle offences (+8% with 2,440 instances)": nouns that only say that it was counted are of what was named before. */
function instancesOf({ scan, index, previous, mentioned, above }: MeasureReading): NamedMeasure | null {
  const figure = scan.figures[index]!;
  const noun = /^\s+([a-z]+)\b(?!\s+of\b)/.exec(scan.text.slice(figure.unitEnd))?.[1] ?? '';
  if (figure.unit !== null || !/^(?:instances|cases|incidents|offences|occurrences)$/.test(noun)) return null;
  const inBracket = bracketAt(scan, figure.start) !== null && index > 0;
  if (
    inBracket &&
    previous &&
    !scan.measures.some(({ start }) => start > scan.figures[index - 1]!.end && start < figure.start)
  )
    return { ...previous, by: 'name' };
  const named = mentioned ?? above;
  const isAlone = scan.measures.every(({ start }) => start >= figure.start) && previous === null;
  const isSame = named?.measure && wordsOf(named.measure.label).some(({ key }) => key === wordsOf(noun)[0]?.key);
  return isAlone && isSame ? { ...named, by: 'before' } : null;
}

/** "it took 1,366,042 calls and recorded 89,388 crimes": what is counted, where nothing before it names a measure. */
function ownNoun({ scan, index, role }: MeasureReading): NamedMeasure | null {
  const figure = scan.figures[index]!;
  const noun =
    /^\s+(?:(?:recorded|reported|emergency|non-emergency)\s+)?([a-z]+)\b(?!\s+(?:of|in|involving|relating|about|for|where|that|per)\b)/.exec(
      scan.text.slice(figure.unitEnd),
    );
  if (!noun || role.statistic !== 'level' || figure.unit !== null || bracketAt(scan, figure.start)) return null;
  if (!/^(?:crimes|calls|arrests|collisions)$/.test(noun[1]!) || scan.measures.some(({ end }) => end <= figure.start))
    return null;
  if (
    !/\b(?:it|we|force|police|constabulary|took|recorded|logged|received|made)\b[^.;]{0,40}$/i.test(
      scan.text.slice(0, figure.start),
    )
  )
    return null;
  const text = noun[0].trim();
  const measure = exactMeasure(text);
  return { measure, label: measure ? labelOf(measure, text) : text, by: 'name' };
}

/** Nouns that what the police count and ask end in. */
const HEADS =
  /\b(?:crimes?|offences?|incidents?|calls?|reports?|arrests?|collisions?|casualties|victims?|satisfaction|confidence|rates?|complaints?|searches|referrals|thefts?|assaults?|outcomes?|demand|delay|expenditure|budget|workforce)$/i;

function nameByNearness(reading: MeasureReading): NamedMeasure {
  const noun = countedNoun(reading);
  const pair = noun === '' ? otherHalf(reading) : null;
  if (pair) return pair;
  const found = registryMeasure(reading, noun);
  const registry = found && isCountOfTime(reading, found) ? null : found;
  const item = bracketedItem(reading) ?? shareLabel(reading, registry, noun);
  if (item) return item;
  const part = partOfThose(reading, registry, noun);
  if (part) return part;
  const isLeftOut = noun === '' && registry?.by !== 'name' && reading.previous?.by === 'words';
  const those = isLeftOut ? elliptical(reading) : null;
  if (those) return those;
  if (registry && isOfOtherKind(reading, registry)) return aspect(reading, registry);
  const outcome = registry && outcomeOf(reading, registry);
  if (outcome) return outcome;
  if (registry && !speaksOfSomethingElse(noun, registry) && !isEvent(reading, registry, noun)) return registry;
  const plain = registry === null ? countedAlone(reading, noun) : null;
  return plain ?? (noun ? null : headingMeasure(reading)) ?? composed(reading, noun) ?? registry ?? fallback(reading);
}

/** "9,870 reports, against 6,240 (+58.2%)": what a level is compared with, and the change, measure the same. */
function otherHalf({ scan, index, role, previous }: MeasureReading): NamedMeasure | null {
  const compares = role.earlier ? role.rule === 'compared-with' : role.rule === 'bracket-pair' && !role.share;
  if (index > 0 && role.statistic === 'target' && adjoinsBracket(scan, index)) return previous;
  if (index === 0 || !compares || previous?.by !== 'words') return null;
  const [before, figure] = [scan.figures[index - 1]!, scan.figures[index]!];
  if (/^\s*of\b/i.test(scan.text.slice(figure.unitEnd))) return null;
  const renamed = scan.measures.some(
    ({ start, end }) =>
      start >= before.end &&
      end <= figure.start &&
      !/^\s*of\s+(?:all\s+|the\s+)?$/i.test(scan.text.slice(before.unitEnd, start)),
  );
  return renamed ? null : previous;
}

/** "Of those referrals 862 concerned domestic abuse": a part of what was counted before, whatever it is called. */
function partOfThose(
  { scan, index, previous }: MeasureReading,
  registry: NamedMeasure | null,
  noun: string,
): NamedMeasure | null {
  const those = /^of\s+(?:these|those|the|this)\b\s*/i.exec(scan.text);
  if (those && index === 0 && scan.figures[0]!.start === those[0].length) return null;
  const whole = those && (previous ? wholeOf(previous.label, index) : nounPhraseAt(scan.text.slice(those[0].length)));
  if (!whole || scan.figures[index]!.unit !== null) return null;
  const next =
    scan.figures.slice(index + 1).find((other) => bracketAt(scan, other.start) === null)?.start ?? scan.text.length;
  const own = scan.measures.find((mention) => mention.start > scan.figures[index]!.end && mention.end <= next);
  const part =
    (own && scan.text.slice(own.start, own.end)) ?? (noun && !isParticiple(noun) ? noun : partAfter(scan, index));
  return part && (registry || index > 0) ? words(tidy(`${whole} - ${part}`)) : null;
}

/** "5,914 (74%) were racially motivated, 902 related to sexual orientation and 401 to disability": what is said of a part. */
function partAfter(scan: Scan, index: number): string {
  const right = scan.text.slice(scan.figures[index]!.unitEnd).replace(/^\s*\([^()]*\)/, '');
  const clause = /^\s*(?:(?:have|has|had|was|were|are|is|been|being)\s+)*([a-z][a-z' -]*)/i.exec(right)?.[1] ?? '';
  return clause
    .replace(/\s+and\s*$/, '')
    .split(' ')
    .slice(0, 5)
    .join(' ')
    .trim();
}

/** What the parts before were parts of. */
function wholeOf(label: string, index: number): string {
  const parts = label.replace(/, share.*$/, '').split(' - ');
  return parts.slice(0, index > 0 && parts.length > 1 ? -1 : 2).join(' - ');
}

/** A length of time or an amount of money is no level of a measure that is counted. */
function isOfOtherKind({ scan, index, role }: MeasureReading, { measure }: NamedMeasure): boolean {
  const { unit } = scan.figures[index]!;
  if (measure === null || role.statistic === 'rank' || unit === null) return false;
  return isDuration(unit) !== isDuration(measure.unit) && (isDuration(unit) || unit === 'GBP')
    ? true
    : unit === 'GBP' && measure.unit !== 'GBP';
}

/** "9,210 incidents were attended; the median time was 9 minutes": incidents are no time. */
function isCountOfTime({ scan, index, role }: MeasureReading, { measure }: NamedMeasure): boolean {
  const figure = scan.figures[index]!;
  const next = /^\s+([a-z]+)/i.exec(scan.text.slice(figure.unitEnd))?.[1] ?? '';
  return (
    role.statistic === 'level' &&
    figure.unit === null &&
    measure !== null &&
    isDuration(measure.unit) &&
    isWord(next, 'counted')
  );
}

/** "999 calls - average answering time": the measure named, and the noun that says what of it. */
function aspect(reading: MeasureReading, registry: NamedMeasure): NamedMeasure {
  const object = nounName(amountFor(reading), reading.scan.text);
  const kind = isDuration(reading.scan.figures[reading.index]!.unit) ? 'duration' : 'amount';
  const base = (registry.measure?.label ?? registry.label).split(' - ')[0]!;
  const times = ['average time to answer', 'average time to arrive'].flatMap(
    (time) => measureOfLabel(`${base} - ${time}`) ?? [],
  );
  const timed = kind === 'duration' ? times[0] : undefined;
  if (timed) return named(timed, 'words');
  const label = `${registry.measure?.label ?? registry.label} - ${object || kind}`;
  const measure = measureOfLabel(label) ?? (object ? exactMeasure(object) : null);
  return { measure, label: measure?.label ?? label, by: 'words' };
}

/** "after six offences were reclassified": what became of some is no level of all. */
function outcomeOf({ scan, index, role }: MeasureReading, { label }: NamedMeasure): NamedMeasure | null {
  const figure = scan.figures[index]!;
  const done =
    /^\s+(?:offences|crimes|incidents|cases|reports)\s+(?:have been|had been|has been|were|was|are|being)\s+([a-z]+ed)\b/i.exec(
      scan.text.slice(figure.unitEnd),
    )?.[1];
  if (!done || role.statistic !== 'level' || figure.unit !== null || COUNTED_BY.test(done)) return null;
  return words(`${label} - ${done}`);
}

/** What is done to every crime that is counted. */
const COUNTED_BY = /^(?:recorded|reported|registered|logged|received|committed|attended|counted)$/i;

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
  return measure ? named(measure, 'name', word) : null;
}

/** "an average of 2,237 a month" and "a further 20" are no level of the whole; what comes after speaks of the measure itself. */
export function asPartOfWhole(
  { scan, index, role }: Pick<MeasureReading, 'scan' | 'index' | 'role'>,
  named: NamedMeasure,
): NamedMeasure {
  const figure = scan.figures[index]!;
  const per = /^\s*(?:[a-z]+\s+){0,2}?(?:a|per|each|every)\s+(day|week|month|quarter)\b/i.exec(
    scan.text.slice((endOfRange(scan, index) ?? figure).unitEnd),
  )?.[1];
  if (isAdditional(scan, index, role) && named.measure !== null)
    return { ...named, measure: null, label: `${named.label} - additional` };
  if (
    isLength(scan, index, role) &&
    named.measure === null &&
    !/\b(?:time|duration|wait|length|age)\b/i.test(named.label)
  )
    return { ...named, label: `${named.label}, duration` };
  const isAmount = role.statistic === 'level' || role.statistic === 'change';
  if (!per || !isAmount || figure.unit !== null || named.measure === null) return named;
  return { ...named, measure: null, label: `${named.label} per ${per.toLowerCase()}` };
}

/** "a new 5 year partnership", "took place for 3 days": how long it lasts; "4,960 hours of training" are an amount of it. */
function isLength(scan: Scan, index: number, role: MeasureReading['role']): boolean {
  const { start, end, unit, unitEnd } = scan.figures[index]!;
  if (role.statistic !== 'level' || !isDuration(unit)) return false;
  const isAttribute = !/s$/i.test(scan.text.slice(end, unitEnd)) && /^[\s-][a-z]+/.test(scan.text.slice(unitEnd));
  return isAttribute || /\bfor\s$/i.test(scan.text.slice(0, start));
}

/** "an additional 6,000 police officers" are not the officers that there are. */
function isAdditional(scan: Scan, index: number, role: MeasureReading['role']): boolean {
  const { start, end, unit } = scan.figures[index]!;
  if (unit !== null || (role.statistic !== 'level' && role.statistic !== 'target' && role.statistic !== 'forecast'))
    return false;
  return (
    /\b(?:additional|extra)\s$/i.test(scan.text.slice(0, start)) ||
    /^\s(?:additional|extra)\s/i.test(scan.text.slice(end))
  );
}

/** "between 40 and 60": the second of the two. */
function endOfRange(scan: Scan, index: number): Figure | undefined {
  return /^\s*(?:-|to|and)\s*$/.test(rightOf(scan, index)) ? scan.figures[index + 1] : undefined;
}

/** The measure of a heading above whose words the sentence uses again. */
function headingMeasure({ scan, passage }: MeasureReading): NamedMeasure | null {
  const used = new Set(wordsOf(scan.text).map((word) => word.key));
  for (const heading of [...passage.headings].reverse()) {
    const measure = headingName(heading);
    const telling = measure?.measure ? wordsOf(measure.measure.label).map((word) => word.key) : [];
    if (measure && used.has(telling[0]!)) return measure;
  }
  return null;
}

/** A noun that names something else than the measure found ("259 Specials", "50 staff" beside a crime). */
function speaksOfSomethingElse(noun: string, { by, measure }: NamedMeasure): boolean {
  if (noun === '' || measure === null) return false;
  const head = wordsOf(noun).at(-1)?.key;
  if (wordsOf(measure.label).some(({ key }) => key === head)) return false;
  return by !== 'name' || measuresOfNoun(noun).length === 0;
}

function fallback({ passage, scan, index, previous, mentioned, above }: MeasureReading): NamedMeasure {
  if (previous) return { ...previous, by: 'before' };
  if (mentioned) return { ...mentioned, by: 'before' };
  const aspect = aspectAbove(passage.headings);
  if (aspect) return aspect;
  const headings = [...passage.headings].reverse();
  for (const heading of headings) {
    const measure = headingName(heading);
    if (measure) return measure;
  }
  if (above) return { ...above, by: 'before' };
  const nouns = scan.text
    .slice(Math.max(0, scan.figures[index]!.start - 60), scan.figures[index]!.start)
    .replace(/^\S*\s/, '');
  return words(tidy((tellingHeading(passage.headings) ?? '') || nouns) || '(not named)');
}
