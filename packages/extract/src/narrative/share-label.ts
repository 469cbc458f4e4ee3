import { findMeasures, measureOfLabel } from '../registry/measures.ts';
import { isParticiple, isWord } from '../text/lexicon.ts';
import { restAfter } from './composed-label.ts';
import { type MeasureReading, type NamedMeasure, named, words } from './named-measure.ts';
import { nounPhraseAt, participleAfter } from './phrases.ts';

/** A share: "5% of children who go missing", "78.4% backed an increase", "37 (55%)". */
export function shareLabel(reading: MeasureReading, registry: NamedMeasure | null, noun: string): NamedMeasure | null {
  const { scan, index, role, previous } = reading;
  const figure = scan.figures[index]!;
  if (noun || figure.unit !== 'percent' || role.statistic !== 'level') return null;
  if (registry?.measure?.unit === 'percent') return null;
  if (role.share && previous?.by === 'words' && index > 0) return words(`${baseLabel(previous.label)}, share`);
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
    const part = partBehind(rest.slice(rest.indexOf(phrase) + phrase.length));
    if (phrase && part) return words(`${part}, share of ${phrase}`);
    const sharer = accountsFor(reading);
    if (phrase && sharer) return words(`${sharer}, share of ${phrase}`);
    if (phrase)
      return shareOf(
        phrase,
        clause
          ? `${clause[1]} ${clause[2]}`
          : doneTo(rest, phrase) || doneBefore(scan.text.slice(0, figure.qualifierStart), rest, phrase),
        registry,
      );
  }
  const part = index > 0 ? partBehind(right) : '';
  if (part) return words(`${part}, share`);
  if (registry && registry.by === 'name')
    return { ...registry, measure: null, label: `${registry.label}${participle(right)}, share` };
  if (role.share && previous && index > 0) return words(`${previous.label}, share`);
  const tail = /^\s+((?:being\s+)?[a-z]+(?:\s+(?!and\b)[\w£%,-]+){0,7})/i.exec(right.replace(/[.;].*$/, ''))?.[1] ?? '';
  if (previous && index > 0 && tail) return words(`${baseLabel(previous.label)}, share ${tail}`);
  if (previous && index > 0) return words(`${baseLabel(previous.label)}, share`);
  if (registry) return { ...registry, measure: null, label: `${registry.label}, share` };
  return null;
}

/** "40% of them were rape", "60% were other sexual offences": the crimes that a share is made of; "" where none is named. */
function partBehind(text: string): string {
  const match = /^\s+(?:were|was|are)\s+(?=[a-z])/.exec(text);
  const rest = match ? text.slice(match[0].length) : '';
  const [first, second] = findMeasures(rest);
  if (!first || first.start > 0) return '';
  const isPair = second !== undefined && /^\s+(?:or|and)\s+$/.test(rest.slice(first.end, second.start));
  const end = isPair ? second.end : first.end;
  return /^\s*(?:$|[,;.()]|and\b|while\b)/.test(rest.slice(end)) ? rest.slice(0, end) : '';
}

/** "Domestic abuse accounts for 24.5% of all recorded crime" is a share of crime that domestic abuse has. */
function accountsFor({ scan, index, previous }: MeasureReading): string | null {
  const left = scan.text.slice(0, scan.figures[index]!.qualifierStart);
  const verb =
    /\b(?:account(?:s|ed|ing)?\s+for|makes?\s+up|made\s+up|represent(?:s|ed|ing)?|compris(?:es|ed|ing))\s+(?:just\s+|only\s+)?$/i.exec(
      left,
    );
  if (!verb) return null;
  const named = scan.measures.findLast((mention) => mention.end <= verb.index);
  return (
    (named && scan.text.slice(named.start, named.end)) ??
    (previous?.measure && index > 0 ? baseLabel(previous.label) : null)
  );
}

/** "92.1% of emergency calls were answered within 10 seconds" is a measure of its own where the registry has it. */
function shareOf(phrase: string, done: string, registry: NamedMeasure | null): NamedMeasure {
  const generic = phrase.split(' ').every((word) => isWord(word, 'counted'));
  const label = [generic && registry ? registry.label : phrase, done].filter(Boolean).join(' ');
  const measure = measureOfLabel(label);
  if (measure?.unit === 'percent') return named(measure, 'name', label);
  return words(`${label}, share`);
}

/** What is said to have been done to a noun: "answered within 10 seconds". */
function doneTo(text: string, phrase: string): string {
  const verb =
    /^\W*(?:\([^)]*\)\s*)?(?:(?:have|has|had|was|were|are|is|being|been|be|now|also|still|all)\s+)*([a-z]+(?:\s+(?:within|in|under|by|as|at)\s+[\w%]+(?:\s+[a-z]+)?)?)/i.exec(
      restAfter(text, phrase),
    )?.[1];
  return verb && isParticiple(verb.split(' ')[0]!) ? verb : '';
}

/** "answered 91.2% of 999 calls within ten seconds": what was done to a noun, and how soon, said around it. */
function doneBefore(left: string, text: string, phrase: string): string {
  const verb = /\b([a-z]+)\s+(?:just\s+|only\s+|over\s+|about\s+|around\s+)?$/i.exec(left)?.[1] ?? '';
  const soon = /^\s+(within\s+[\w]+(?:\s+[a-z]+)?)/i.exec(restAfter(text, phrase))?.[1];
  return soon && isParticiple(verb) ? `${verb} ${soon}` : '';
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
