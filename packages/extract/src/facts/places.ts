import type { Passage } from '../document.ts';
import { type Area, areaOfLabel } from '../registry/areas.ts';
import { findMeasures } from '../registry/measures.ts';
import type { PhraseMatch } from '../registry/phrases.ts';

/** "in the Southern Rural area", "Southern Rural Committee", "Kirklees North ward": a place that no registry lists. */
const NAMED_PLACE =
  /\b(?<place>(?:[A-Z][a-z][\w'-]{1,30}|[A-Z]{4,20})(?:\s+(?:and\s+|&\s+)?(?:[A-Z][a-z][\w'-]{1,30}|[A-Z]{4,20})){0,2})\s+(?:[Aa]rea [Cc]ommittee|COMMITTEE|Committee|[Aa]rea|[Ww]ards?|[Ss]ection|[Ss]ector|[Nn]eighbourhood|[Ll]ocality)\b/g;
/** Words of bodies and subjects, no places. */
const NO_PLACE =
  /\b(?:police|policing|force|crime|panel|scrutiny|safety|community|communities|performance|local|audit|joint|priority|key|home|affairs|select|standards|ethics|overview|environment|general|public|main|control|metropolitan|rural crime|safer|high|standing|executive|finance|strategic|service|other|this|that|each|every|such|these|the|geographic(?:al)?|business|focus|problem|work|national|regional|county|district|borough|council|division|divisional|review|cabinet|licensing|planning|appendix|table|figure|next|previous|above|below|following|whole|same|all|our|their|its|his|her|any|no|one|two|three)\b/i;

/**
 * The places that a paper itself names and no registry lists, as areas: those that stand in two passages at least, since
 * one mention may be of anything.
 */
export function findPlaces(passages: readonly Passage[]): Area[] {
  const met = new Map<string, { name: string; passages: Set<Passage> }>();
  for (const passage of passages) {
    if (passage.kind !== 'text') continue;
    for (const { groups } of passage.text.matchAll(NAMED_PLACE)) {
      const name = groups!.place!.replace(/\s+/g, ' ');
      if (NO_PLACE.test(name) || areaOfLabel(name) || findMeasures(name).length > 0) continue;
      const key = name.toLowerCase();
      const known = met.get(key) ?? { name: titled(name), passages: new Set() };
      known.passages.add(passage);
      met.set(key, known);
    }
  }
  return [...met.values()]
    .filter((place) => place.passages.size > 1)
    .map(({ name }) => ({ id: null, label: name, kind: 'division', within: null }));
}

/** Where a text names one of these places; half-open UTF-16 offsets. */
export function placesIn(text: string, places: readonly Area[]): PhraseMatch<Area>[] {
  const lower = text.toLowerCase();
  return places.flatMap((entry) => {
    const name = entry.label.toLowerCase();
    const found: PhraseMatch<Area>[] = [];
    for (let start = lower.indexOf(name); start >= 0; start = lower.indexOf(name, start + name.length)) {
      const end = start + name.length;
      const isWhole = !/[a-z]/.test(lower[start - 1] ?? ' ') && !/[a-z]/.test(lower[end] ?? ' ');
      if (isWhole && /[A-Z]/.test(text[start]!)) found.push({ start, end, entry });
    }
    return found;
  });
}

/** "SOUTHERN RURAL" is "Southern Rural". */
function titled(name: string): string {
  if (/[a-z]/.test(name)) return name;
  return name.toLowerCase().replace(/\b[a-z]/g, (letter) => letter.toUpperCase());
}
