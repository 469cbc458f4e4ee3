/** Words that name a total in a header. */
const TOTAL =
  /\b(?:grand total|totals?|overall|all (?:areas|districts|divisions|bcus|forces|offences|crime)|force(?: ?wide)?|constabulary|sub-?total|net)\b/i;

/** Words for parts that other rows hold already. */
const OF_WHICH = /^\W*(?:of which|of whom|including|incl\.?|made up of)\b/i;

/** Whether a header names what the row above it holds already. */
export function isOfWhich(header: string): boolean {
  return OF_WHICH.test(header);
}

/** Whether a header names a total. */
export function isTotal(header: string): boolean {
  return (TOTAL.test(header) || /^\W*all\W*$/i.test(header)) && !isOfWhich(header);
}

/** A figure of a line, by its place along it. */
export interface PlacedValue {
  readonly place: number;
  readonly value: number;
  readonly isTotal: boolean;
  readonly isOfWhich: boolean;
}

/**
 * The ways in which places of parallel lines may be the parts of the total at a place: all others; those before it;
 * those since the total before; those after it; the totals before; and each without subtotals, which are places where
 * the figures just before add up, in every line. "Of which" is part of a total only where it stands below it.
 *
 * @returns sets of places without repetition, each of two or more
 */
export function partSets(lines: readonly (readonly PlacedValue[])[], total: number): Set<number>[] {
  const places = [...new Set(lines.flatMap((line) => line.map(({ place }) => place)))].sort((a, b) => a - b);
  const totals = new Set(lines.flatMap((line) => line.filter(({ isTotal: is }) => is).map(({ place }) => place)));
  const parts = places.filter((place) => place !== total && !totals.has(place));
  const nested = new Set(lines.flatMap((line) => line.filter(({ isOfWhich: is }) => is).map(({ place }) => place)));
  const plain = parts.filter((place) => !nested.has(place));
  const before = plain.filter((place) => place < total);
  const lastTotal = Math.max(-1, ...[...totals].filter((place) => place < total));
  const subtotals = new Set(places.filter((place) => place < total && isSubtotal(lines, places, place)));
  const covered = coveredBy(places, subtotals, lines);
  const candidates = [
    before,
    before.filter((place) => place > lastTotal),
    before.filter((place) => !covered.has(place)),
    before.filter((place) => !subtotals.has(place)),
    [...totals].filter((place) => place < total),
    [...[...totals].filter((place) => place < total), ...before.filter((place) => place > lastTotal)],
    plain.filter((place) => place > total),
    parts.filter((place) => place > total),
    plain,
  ];
  const distinct = new Map(candidates.filter(({ length }) => length >= 2).map((set) => [set.join(' '), new Set(set)]));
  return [...distinct.values()];
}

/** How far a rounded subtotal may be from the sum of its rounded parts, as a share of it. */
const ROUNDED = 0.002;

/** The first place of the parts that a subtotal adds up; null where it adds up none. */
function partsStart(
  lines: readonly (readonly PlacedValue[])[],
  places: readonly number[],
  subtotal: number,
): number | null {
  const index = places.indexOf(subtotal);
  for (let first = index - 2; first >= 0; first -= 1) {
    const range = places.slice(first, index);
    const complete = lines.filter((line) =>
      [...range, subtotal].every((place) => line.some((value) => value.place === place)),
    );
    if (complete.length > 0 && complete.every((line) => addsUp(line, range, subtotal))) return first;
  }
  return null;
}

function isSubtotal(lines: readonly (readonly PlacedValue[])[], places: readonly number[], place: number): boolean {
  return partsStart(lines, places, place) !== null;
}

function addsUp(line: readonly PlacedValue[], range: readonly number[], subtotal: number): boolean {
  const at = (place: number) => line.find((value) => value.place === place)!.value;
  const sum = range.reduce((whole, place) => whole + at(place), 0);
  return Math.abs(sum - at(subtotal)) <= ROUNDED * Math.abs(at(subtotal));
}

/** The places that subtotals hold already. */
function coveredBy(
  places: readonly number[],
  subtotals: ReadonlySet<number>,
  lines: readonly (readonly PlacedValue[])[],
): Set<number> {
  const covered = new Set<number>();
  for (const subtotal of subtotals) {
    const first = partsStart(lines, places, subtotal);
    if (first !== null) for (const place of places.slice(first, places.indexOf(subtotal))) covered.add(place);
  }
  return covered;
}
