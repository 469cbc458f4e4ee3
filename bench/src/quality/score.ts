import { ATTRIBUTES, type Attribute, type Claim, type Comparison } from './compare.ts';
import { missClasses } from './misses.ts';

/** One paper's labels against what was found in it. */
export interface Scored<Found extends Claim = Claim> {
  readonly paper: string;
  readonly labels: readonly Claim[];
  readonly comparison: Comparison<Found>;
}

/** F1 of figures (value, unit, statistic) and of whole observations. */
export interface Score {
  readonly figures: number;
  readonly complete: number;
}

export interface SetScore {
  /** Every label of every paper counts alike. */
  readonly pooled: Score;
  /** Every paper counts alike. */
  readonly mean: Score;
  /** Recall by where a figure is printed; figures found that no label has belong to no place. */
  readonly places: ReadonlyMap<string, Score & { readonly labels: number }>;
  /** Of the figures found, the share in which an attribute is right. */
  readonly attributes: Readonly<Record<Attribute, number>>;
  /** Of the labels not found complete, the share of each class. */
  readonly misses: ReadonlyMap<string, number>;
}

export function scoreSet(papers: readonly Scored[]): SetScore {
  const each = papers.map(({ comparison }) => f1([comparison]));
  const comparisons = papers.map(({ comparison }) => comparison);
  const matches = comparisons.flatMap((comparison) => comparison.matches);
  const right = (attribute: Attribute) =>
    share(matches.filter(({ wrong }) => !wrong.includes(attribute)).length, matches.length);
  return {
    pooled: f1(comparisons),
    mean: { figures: mean(each.map(({ figures }) => figures)), complete: mean(each.map(({ complete }) => complete)) },
    places: byPlace(comparisons),
    attributes: Object.fromEntries(ATTRIBUTES.map((attribute) => [attribute, right(attribute)])) as Record<
      Attribute,
      number
    >,
    misses: missClasses(comparisons),
  };
}

function f1(comparisons: readonly Comparison<Claim>[]): Score {
  const sum = (count: (one: Comparison<Claim>) => number) => comparisons.reduce((total, one) => total + count(one), 0);
  const hits = sum(({ matches }) => matches.length);
  const complete = sum(({ matches }) => matches.filter(({ wrong }) => wrong.length === 0).length);
  const both = sum(({ matches, missed, extra }) => 2 * matches.length + missed.length + extra.length);
  return { figures: share(2 * hits, both), complete: share(2 * complete, both) };
}

function byPlace(comparisons: readonly Comparison<Claim>[]): SetScore['places'] {
  const matches = comparisons.flatMap((comparison) => comparison.matches);
  const missed = comparisons.flatMap((comparison) => comparison.missed);
  const places = [...new Set([...matches.map(({ label }) => label.where), ...missed.map(({ where }) => where)])].sort();
  return new Map(
    places.map((place) => {
      const here = matches.filter(({ label }) => label.where === place);
      const labels = here.length + missed.filter(({ where }) => where === place).length;
      const complete = here.filter(({ wrong }) => wrong.length === 0).length;
      return [place, { labels, figures: share(here.length, labels), complete: share(complete, labels) }];
    }),
  );
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

function mean(values: readonly number[]): number {
  return share(
    values.reduce((sum, value) => sum + value, 0),
    values.length,
  );
}
