import type { Fact } from '@scrutineer/model';
import type { Passage } from '../document.ts';
import { type Area, areaOfLabel, findAreas, NATIONAL } from '../registry/areas.ts';
import { readData } from '../registry/data.ts';
import { type PhraseMatch, phraseIndex } from '../registry/phrases.ts';
import { anyOf } from '../text/pattern.ts';
import { type FrontLine, factAt } from './front-matter.ts';
import { placesIn } from './places.ts';

/** The bodies that police, oversee or govern an area, behind its name. */
const BODY_AFTER =
  /^\s*(?:'s\s+)?(?:police\b|constabulary|pcc\b|opcc\b|police (?:and|&) crime|(?:[a-z]+\s+)?(?:council|authority|partnership|csp)\b|(?:district|borough|county|city) (?:council|councillors)|councillors|commissioner)/i;
/** The same, before it. */
const BODY_BEFORE =
  /(?:commissioner|pcc|opcc|chief constable|constabulary|police force|borough|district|city|county|royal borough|councillors|safer|partnership) (?:for |of |in )?(?:the )?(?:all )?$/i;
/** What stands in the front of a paper and says nothing about its area. */
const NO_AREA_LINE = /^(?:venue|location|address|contact|telephone|e-?mail|author|present|apologies)\b/i;

const isBody = (text: string, start: number, end: number) =>
  BODY_AFTER.test(text.slice(end, end + 40)) || BODY_BEFORE.test(text.slice(Math.max(0, start - 50), start));

/** How much a name counts: in running text, where a body of the area is named, in the paper's head, and both. */
const WEIGHTS = { text: 1, body: 4, head: 6, headBody: 20, caption: 4 } as const;
/** A council or partnership that a paper is of, or is sent to, says more than the force that wrote it. */
const DISTRICT_BODY = 1.5;
/** The lines of a paper that may say whose paper it is. */
const HEAD_LINES = 8;
/** An area that has not at least this share of all weight is one of several compared. */
const MAJORITY = 0.35;

/** The area that the paper reports on: the one whose bodies it names most, and first; null where none stands out. */
export function readArea(
  lines: readonly FrontLine[],
  passages: readonly Passage[],
  places: readonly Area[] = [],
): Fact<Pick<Area, 'id' | 'label'>> | null {
  const weights = new Map<string, number>();
  const add = (label: string, weight: number) => weights.set(label, (weights.get(label) ?? 0) + weight);
  const head = lines.slice(0, HEAD_LINES).filter(({ text, label }) => !NO_AREA_LINE.test(label ?? text));
  const isPanels = head.some(({ text }) => PANEL.test(text));
  for (const { text } of head) {
    weighHead(text, add, isPanels ? 1 : OWN_LINE);
    for (const { entry } of placesIn(text, places)) add(entry.label, WEIGHTS.headBody * DISTRICT_BODY);
  }
  const body = textsOf(passages);
  for (const { text } of body) weighText(text, add);
  const texts = [...head, ...body];
  weighNational(texts, add);
  weighPublisher(head, add);
  const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
  const [label, weight] = [...weights].sort((a, b) => b[1] - a[1])[0] ?? [null, 0];
  if (label === null || weight < MAJORITY * total) return null;
  return firstMention(label, places, texts);
}

function weighHead(text: string, add: (label: string, weight: number) => void, ownLine: number): void {
  if (text.length > LONGEST_HEAD_LINE) return;
  for (const { start, end, entry } of ownAreas(text)) {
    const body = isBody(text, start, end) && !isSentence(text);
    const district = entry.kind === 'district' || entry.kind === 'division';
    const isAlone = start < LEAD && COUNCIL.test(text.slice(end));
    const weight = (body ? WEIGHTS.headBody : WEIGHTS.head) * (district && body ? DISTRICT_BODY : 1);
    add(entry.label, weight * (district && isAlone ? ownLine : 1));
  }
}

/** Prose names many bodies; a line of a head names the paper's own. */
function isSentence(text: string): boolean {
  return /[a-z]\.\s*$/.test(text) && text.split(/\s+/).length >= FEWEST_WORDS;
}

const FEWEST_WORDS = 10;

/** "Epping Forest District Council" and nothing else: the council's own paper, whoever came to speak to it. */
const COUNCIL = /^\s+(?:(?:district|borough|city|county|metropolitan|town|london)\s+)*council\W*(?:\n|$)/i;
const OWN_LINE = 3;
/** "The", "Royal Borough of": what may stand before its name, in characters. */
const LEAD = 20;
/** A council that is host to the panel of a whole force. */
const PANEL = /\bpolice(?:,? fire)? (?:and|&) crime panel\b/i;

/** A paper of a force that speaks of national bodies throughout tells of the whole country. */
function weighNational(texts: readonly Pick<FrontLine, 'text'>[], add: (label: string, weight: number) => void): void {
  const naming = texts.filter(({ text }) => NATIONAL_BODY.test(text)).length;
  if (naming >= Math.max(2, NATIONAL_SHARE * texts.length)) add(NATIONAL.label, WEIGHTS.headBody * naming);
}

const BODIES = readData<Record<'national' | 'publishers', string[]>>('national-bodies.yaml');
const NATIONAL_BODY = new RegExp(`\\b(?:${anyOf(BODIES.national)})\\b`);
const PUBLISHERS = phraseIndex(BODIES.publishers.map((name) => [name, name] as const));

function publisherIn(text: string): PhraseMatch<string> | undefined {
  return PUBLISHERS.find(text).find(({ start }) => /^[A-Z]/.test(text.slice(start)));
}
/** Of the texts of a paper that is about the whole country so many name a national body. */
const NATIONAL_SHARE = 0.2;

/** A department's paper, or one whose title names the nation, tells of the whole country where its head names no area. */
function weighPublisher(head: readonly FrontLine[], add: (label: string, weight: number) => void): void {
  if (head.some(({ text }) => ownAreas(text).length > 0)) return;
  for (const { text } of head.filter((line) => line.text.length <= LONGEST_HEAD_LINE && !isSentence(line.text)))
    if (nationIn(text)) add(NATIONAL.label, 2 * WEIGHTS.headBody);
}

/** Where a text names a department or a nation by its own name. */
function nationIn(text: string): { readonly start: number; readonly end: number } | undefined {
  return publisherIn(text) ?? findAreas(text).find(({ entry }) => entry.kind === 'nation' && entry.id !== null);
}

/** A head line is short; what is longer is a paragraph, in characters. */
const LONGEST_HEAD_LINE = 200;

function weighText(text: string, add: (label: string, weight: number) => void): void {
  const counted = new Set<string>();
  for (const { start, end, entry } of ownAreas(text)) {
    if (counted.has(entry.label)) continue;
    counted.add(entry.label);
    add(entry.label, isBody(text, start, end) && entry.kind === 'force' ? WEIGHTS.body : WEIGHTS.text);
  }
  for (const host of text.matchAll(/\b([a-z-]{3,40}?)[.-]?(?:pcc|opcc|police)\.(?:gov|police|pnn)?\.?uk/g)) {
    const area = areaOfLabel(host[1]!.replace(/-/g, ' '));
    if (area) add(area.label, WEIGHTS.body);
  }
}

/** Areas that a paper can be of: no nation, region or group, of which many papers speak. */
function ownAreas(text: string) {
  return findAreas(text).filter(({ entry }) => ['force', 'district', 'division'].includes(entry.kind));
}

function textsOf(passages: readonly Passage[]) {
  return passages.flatMap((passage) => (passage.kind === 'text' ? [{ leaf: passage.leaf, text: passage.text }] : []));
}

function nationalBodyIn(text: string): { readonly start: number; readonly end: number } | undefined {
  const match = NATIONAL_BODY.exec(text);
  return match ? { start: match.index, end: match.index + match[0].length } : undefined;
}

function firstMention(
  label: string,
  places: readonly Area[],
  texts: readonly Pick<FrontLine, 'leaf' | 'text'>[],
): Fact<Pick<Area, 'id' | 'label'>> | null {
  if (label === NATIONAL.label) {
    const told = [nationalBodyIn, nationIn].flatMap((placeIn) =>
      texts.flatMap(({ leaf, text }) => {
        const place = placeIn(text);
        return place ? [factAt(NATIONAL, leaf, place.start, place.end)] : [];
      }),
    );
    return told[0]!;
  }
  const found = texts
    .flatMap(({ leaf, text }) => [...ownAreas(text), ...placesIn(text, places)].map((match) => ({ leaf, text, match })))
    .filter(({ match }) => match.entry.label === label);
  const best = found.find(({ text, match }) => isBody(text, match.start, match.end)) ?? found[0];
  if (!best) return null;
  const { id } = best.match.entry;
  return factAt({ id, label }, best.leaf, best.match.start, best.match.end);
}
