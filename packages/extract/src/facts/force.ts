import type { Passage } from '../document.ts';
import { type Area, areaOfLabel, findAreas, forceNamed } from '../registry/areas.ts';

/** The force area of a paper: its own area, the one that it lies in, or else the one that the paper names most. */
export function forceOf(
  area: Pick<Area, 'id' | 'label'> | null,
  passages: readonly Passage[],
): Pick<Area, 'id' | 'label'> | null {
  const own = area ? areaOfLabel(area.label) : null;
  if (own?.kind === 'force') return area;
  if (own?.within) return forceNamed(own.within);
  const counts = new Map<string, number>();
  for (const passage of passages) {
    if (passage.kind !== 'text') continue;
    for (const { entry } of findAreas(passage.text))
      if (entry.kind === 'force') counts.set(entry.label, (counts.get(entry.label) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return most ? forceNamed(most[0]) : null;
}
