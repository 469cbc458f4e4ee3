import type { Fact } from '@scrutineer/model';
import type { Passage } from '../document.ts';
import { type Area, forcesIn } from '../registry/areas.ts';
import { type FrontLine, factAt } from './front-matter.ts';

const BODY_AFTER = /^\s*(?:'s\s+)?(?:police|constabulary|pcc|opcc|police (?:and|&) crime)/i;
const BODY_BEFORE = /(?:commissioner|pcc|opcc|chief constable|constabulary|police force) (?:for|of)(?: the)?\s*$/i;
const BODY_NEAR = (text: string, start: number, end: number) =>
  BODY_AFTER.test(text.slice(end, end + 40)) || BODY_BEFORE.test(text.slice(Math.max(0, start - 50), start));

/** How much more a force counts where its body is named than where only its name stands. */
const BODY_WEIGHT = 5;
/** A force that is not named at least this share of all (weighted) times is one of several compared. */
const MAJORITY = 0.5;

/** The police area that the paper reports on: the force whose body it names most. */
export function readArea(
  lines: readonly FrontLine[],
  passages: readonly Passage[],
): Fact<Pick<Area, 'id' | 'label'>> | null {
  const weights = new Map<string, number>();
  const add = (label: string, weight: number) => weights.set(label, (weights.get(label) ?? 0) + weight);
  for (const passage of passages) {
    if (passage.kind === 'table') continue;
    for (const { start, end, entry } of forcesIn(passage.text))
      add(entry.label, BODY_NEAR(passage.text, start, end) ? BODY_WEIGHT : 1);
    for (const host of passage.text.matchAll(/\b([a-z-]+?)[.-]?(?:pcc|opcc|police)\.(?:gov|police|pnn)?\.?uk/g)) {
      for (const { entry } of forcesIn(host[1]!.replace(/-/g, ' ').replace(/\b\w/g, (letter) => letter.toUpperCase())))
        add(entry.label, BODY_WEIGHT);
    }
  }
  const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
  const [label, weight] = [...weights].sort((a, b) => b[1] - a[1])[0] ?? [null, 0];
  if (label === null || weight < MAJORITY * total) return null;
  return firstMention(label, [
    ...lines.map((line) => line.leaf && { leaf: line.leaf, text: line.text }),
    ...textsOf(passages),
  ]);
}

function textsOf(passages: readonly Passage[]) {
  return passages.flatMap((passage) => (passage.kind === 'text' ? [{ leaf: passage.leaf, text: passage.text }] : []));
}

function firstMention(
  label: string,
  texts: readonly Pick<FrontLine, 'leaf' | 'text'>[],
): Fact<Pick<Area, 'id' | 'label'>> | null {
  const found = texts
    .flatMap(({ leaf, text }) => forcesIn(text).map((match) => ({ leaf, text, match })))
    .filter(({ match }) => match.entry.label === label);
  const best = found.find(({ text, match }) => BODY_NEAR(text, match.start, match.end)) ?? found[0];
  if (!best) return null;
  const { id } = best.match.entry;
  return factAt({ id, label }, best.leaf, best.match.start, best.match.end);
}
