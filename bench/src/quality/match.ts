/** What labels and observations are compared by. */
export interface Claim {
  readonly value: number;
  readonly unit: string;
  readonly statistic: string;
  readonly period: string | null;
  readonly baseline: string | null;
  readonly area: string | null;
}

export interface Match<Found extends Claim> {
  readonly found: Found;
  /** Null where no label has this figure. */
  readonly label: Claim | null;
  /** The label has the figure, and period, baseline and area too. */
  readonly right: boolean;
}

/**
 * Pairs each found figure with a label, one to one. A figure matches where value, unit and statistic agree; it is right
 * where period, baseline and area agree too. Pairs that are right are made first, so that a figure printed several
 * times is not counted wrong by the order it stands in.
 */
export function matchFigures<Found extends Claim>(all: readonly Found[], labels: readonly Claim[]): Match<Found>[] {
  const free = new Set(labels);
  const labelOf = new Map<Found, Claim>();
  for (const agrees of [agreesWholly, agreesInFigure]) {
    for (const found of all.filter((one) => !labelOf.has(one))) {
      const label = [...free].find((candidate) => agrees(found, candidate));
      if (!label) continue;
      labelOf.set(found, label);
      free.delete(label);
    }
  }
  return all.map((found) => {
    const label = labelOf.get(found) ?? null;
    return { found, label, right: label !== null && agreesWholly(found, label) };
  });
}

function agreesInFigure(one: Claim, other: Claim): boolean {
  const close = Math.abs(one.value - other.value) <= 1e-6 * Math.max(1, Math.abs(one.value));
  return close && one.unit === other.unit && one.statistic === other.statistic;
}

function agreesWholly(one: Claim, other: Claim): boolean {
  const sameBaseline = one.statistic !== 'change' || one.baseline === other.baseline;
  return agreesInFigure(one, other) && one.period === other.period && sameBaseline && sameArea(one.area, other.area);
}

function sameArea(one: string | null, other: string | null): boolean {
  return plainArea(one) === plainArea(other);
}

/** "The Westmarch Police area" and "Westmarch" are one area; so are "England & Wales" and "National". */
function plainArea(label: string | null): string {
  const words =
    (label ?? '')
      .toLowerCase()
      .replaceAll('&', ' and ')
      .match(/[a-z0-9]+/g) ?? [];
  const plain = words.filter((word) => !/^(?:the|force|police|constabulary|area|county|region)$/.test(word)).join(' ');
  return plain === 'national' ? 'england and wales' : plain;
}
