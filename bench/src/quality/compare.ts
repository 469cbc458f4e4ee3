/** What labels and observations are compared by. */
export interface Claim {
  readonly value: number;
  readonly unit: string;
  readonly statistic: string;
  readonly measure: string;
  readonly area: string | null;
  readonly period: string | null;
  readonly baseline: string | null;
  readonly qualifier: string | null;
  /** The line of the Markdown paper; null where the format has none. */
  readonly line: number | null;
  readonly figure: string;
  /** `table`, `list`, `narrative` or `heading`. */
  readonly where: string;
  /** What the reader who labelled it noted: `ambiguous …`, `marginal …`. */
  readonly note: string;
}

export const ATTRIBUTES = ['measure', 'area', 'period', 'baseline', 'qualifier'] as const;
export type Attribute = (typeof ATTRIBUTES)[number];

export interface Match<Found extends Claim> {
  readonly label: Claim;
  readonly found: Found;
  /** The attributes in which the two differ; none where the observation is complete. */
  readonly wrong: readonly Attribute[];
}

export interface Comparison<Found extends Claim> {
  readonly matches: readonly Match<Found>[];
  /** Labels that nothing was found for; those that a reader may leave out are not among them. */
  readonly missed: readonly Claim[];
  /** Found, and in no label. */
  readonly extra: readonly Found[];
}

/** An observation stands within so many lines of its label. */
const LINES_APART = 2;
/** Two names of a measure share so much of their words (Dice's coefficient). */
const SAME_MEASURE = 0.5;

/**
 * Pairs what was found with labels, one to one, best pairs first. A figure is found where value, unit and statistic
 * agree and both stand within two lines of each other, where lines are known.
 */
export function compare<Found extends Claim>(labels: readonly Claim[], all: readonly Found[]): Comparison<Found> {
  const pairs = labels.flatMap((label) =>
    all
      .filter((found) => isSameFigure(label, found))
      .map((found) => ({ label, found, likeness: likeness(label, found) })),
  );
  pairs.sort((a, b) => b.likeness - a.likeness);
  const foundOf = new Map<Claim, Found>();
  const taken = new Set<Found>();
  for (const { label, found } of pairs) {
    if (foundOf.has(label) || taken.has(found)) continue;
    foundOf.set(label, found);
    taken.add(found);
  }
  return {
    matches: [...foundOf].map(([label, found]) => ({ label, found, wrong: differences(label, found) })),
    missed: labels.filter((label) => !foundOf.has(label) && !/marginal|borderline/.test(label.note)),
    extra: all.filter((found) => !taken.has(found)),
  };
}

function isSameFigure(label: Claim, found: Claim): boolean {
  const isNear = label.line === null || found.line === null || Math.abs(label.line - found.line) <= LINES_APART;
  return (
    isNear && isSameValue(label, found) && plainUnit(label) === plainUnit(found) && label.statistic === found.statistic
  );
}

export function isSameValue(one: Claim, other: Claim): boolean {
  return Math.abs(one.value - other.value) <= 1e-6 * Math.max(1, Math.abs(one.value));
}

function likeness(label: Claim, found: Claim): number {
  const wrong = differences(label, found);
  const agrees = (attribute: Attribute) => Number(!wrong.includes(attribute));
  const onLine = Number(label.line !== null && found.line !== null);
  return (
    2 * shared(label.measure, found.measure) +
    agrees('area') +
    agrees('period') +
    agrees('baseline') / 2 +
    2 * onLine +
    Number(label.figure === found.figure) / 2
  );
}

function differences(label: Claim, found: Claim): Attribute[] {
  const open = /ambiguous/.test(label.note);
  const agrees: Record<Attribute, boolean> = {
    measure: shared(label.measure, found.measure) >= SAME_MEASURE,
    area: plainArea(label.area) === plainArea(found.area),
    period: open || plainPeriod(label.period) === plainPeriod(found.period),
    baseline: open || label.statistic !== 'change' || plainPeriod(label.baseline) === plainPeriod(found.baseline),
    qualifier: (label.qualifier ?? '') === (found.qualifier ?? ''),
  };
  return ATTRIBUTES.filter((attribute) => !agrees[attribute]);
}

/** A day is a period of itself. */
function plainPeriod(period: string | null): string {
  const [start, end] = (period ?? '').split('/');
  return end === undefined || end === start ? start! : `${start}/${end}`;
}

const UNITS: Readonly<Record<string, string>> = { '%': 'percent', pp: 'percentage-point', '\u00a3': 'GBP' };

export function plainUnit({ unit }: Claim): string {
  return UNITS[unit] ?? (unit.toLowerCase() === 'gbp' ? 'GBP' : unit.toLowerCase());
}

/** Words that say that something was counted, not what. */
const SAY_LITTLE = new Set(
  'the of a an in on to for and by with number recorded total per all at from crime crimes offences offence incidents incident'.split(
    ' ',
  ),
);

/** Dice's coefficient of the words of two names, those that say little left out. */
function shared(one: string, other: string): number {
  const [a, b] = [tellingWords(one), tellingWords(other)];
  if (a.size + b.size === 0) return 1;
  return (2 * [...a].filter((word) => b.has(word)).length) / (a.size + b.size);
}

function tellingWords(name: string): Set<string> {
  const all = plainWords(name);
  const telling = all.filter((word) => !SAY_LITTLE.has(word));
  return new Set(telling.length > 0 ? telling : all);
}

function plainWords(text: string): string[] {
  const plain = text.toLowerCase().replaceAll('w/o', 'without').replaceAll('%', ' share ');
  const words = plain.match(/[a-z0-9]+/g) ?? [];
  return words.map((word) => (word.length > 3 ? word.replace(/ies$/, 'y').replace(/(?<!s)s$/, '') : word));
}

const AREA_WORDS = new Set(
  'the force constabulary police area county service region section of district borough city and unitary council csp community safety partnership'.split(
    ' ',
  ),
);

/** "The Westmarch Police area" and "Westmarch" are one area; so are "England & Wales" and "National". */
export function plainArea(label: string | null): string {
  const words = plainWords((label ?? '').replaceAll('&', ' and '));
  const plain = words
    .filter((word) => !AREA_WORDS.has(word))
    .sort()
    .join(' ');
  if (plain === 'kingdom united') return 'uk';
  if (['england wale', 'national', 'nationally'].includes(plain)) return 'england wale';
  return /^(?:force group|force|group) most similar$|^ms[fg]$/.test(plain) ? 'group most similar' : plain;
}
