import type { Observation } from '@scrutineer/model';
import { readData } from '../registry/data.ts';

/** What of an observation tells how sure its reading is. */
export type ConfidenceView = Pick<
  Observation,
  'method' | 'measure' | 'area' | 'period' | 'baseline' | 'statistic' | 'unit' | 'notes'
> & {
  readonly source: Pick<Observation['source'], 'table' | 'quote'>;
};

interface Weights {
  readonly bias: number;
  readonly traits: Readonly<Record<string, number>>;
  readonly steps: readonly { readonly from: number; readonly right: number }[];
}

const WEIGHTS = readData<Weights>('confidence.yaml');

/**
 * How probable it is that an observation is wholly right: a logistic regression over its traits, and what its
 * probabilities were worth on publishers that were left out (`npm run bench -- quality --weights FILE`).
 */
export function confidenceOf(view: ConfidenceView): number {
  const odds = traitsOf(view).reduce((sum, trait) => sum + (WEIGHTS.traits[trait] ?? 0), WEIGHTS.bias);
  const probability = 1 / (1 + Math.exp(-odds));
  return WEIGHTS.steps.findLast(({ from }) => from <= probability)!.right;
}

/** A trait of an observation, and how much it speaks for it (above 0) or against, in logarithms of odds. */
export interface WeighedTrait {
  readonly trait: string;
  readonly weight: number;
}

/** What the confidence of an observation is the sum of, the heaviest first; what weighs nothing is left out. */
export function weighedTraits(view: ConfidenceView): WeighedTrait[] {
  return traitsOf(view)
    .map((trait) => ({ trait, weight: WEIGHTS.traits[trait] ?? 0 }))
    .filter(({ weight }) => weight !== 0)
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight) || (a.trait < b.trait ? -1 : 1));
}

/** The traits of an observation, by name, that its confidence is the sum of. */
export function traitsOf({
  method,
  measure,
  area,
  period,
  baseline,
  statistic,
  unit,
  notes,
  source,
}: ConfidenceView): string[] {
  const [kind] = method.split('/');
  const has = (name: string) => notes.some((note) => note.startsWith(name));
  const words = measure.label.split(/\s+/).length;
  const naming = has('measure-from') ? 'passage' : measure.id === null ? 'words' : 'registry';
  const dating = has('period-of-report') ? 'paper' : has('period-from') ? 'passage' : period === null ? 'none' : 'own';
  const traits = [
    `method ${method}`,
    `${kind}, named by ${naming}, period by ${dating}`,
    `${kind}, named by ${naming}`,
    `${kind}, period by ${dating}`,
    `${kind}, unit ${PLAIN_UNITS.has(unit) ? unit : 'other'}`,
    `${kind}, ${isNamedBeside(measure.label, source) ? 'named beside the figure' : 'named elsewhere'}`,
  ];
  if (statistic === 'change') traits.push(baseline === null ? 'change without baseline' : 'change with baseline');
  if (area === null) traits.push('no area');
  if (area !== null && area.id === null) traits.push('area in words');
  if (words > 6) traits.push('long name');
  if (words > 10) traits.push('very long name');
  if (measure.label === '(not named)') traits.push('not named');
  if (has('agrees-by-arithmetic') || has('role-by-arithmetic')) traits.push(`${kind}, figures agree`);
  if (has('period-from-another-printing')) traits.push('printed twice');
  if (has('role-in-doubt')) traits.push('role in doubt');
  if (has('row-of-figures')) traits.push('row of figures');
  if (source.table && source.table.columnHeader.length === 0) traits.push('no header');
  if (has('period-unresolved')) traits.push('period unresolved');
  if (kind === 'narrative')
    traits.push(`figures in the sentence: ${Math.min(4, (source.quote.match(/\d[\d,.]*/g) ?? []).length)}`);
  return traits;
}

const PLAIN_UNITS: ReadonlySet<string> = new Set(['count', 'percent', 'GBP', 'percentage-point']);

/** Whether the words of a measure's name stand in the figure's own sentence, or in its row and column headers. */
function isNamedBeside(label: string, { quote, table }: ConfidenceView['source']): boolean {
  const beside = (table ? [...table.rowHeader, ...table.columnHeader].join(' ') : quote).toLowerCase();
  const words = label.toLowerCase().match(/[a-z]{3,}/g) ?? [];
  return words.length > 0 && words.filter((word) => beside.includes(word.replace(/s$/, ''))).length >= words.length / 2;
}
