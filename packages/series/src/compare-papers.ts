import { meets, type Observation, periodEnds, printedInterval } from '@scrutineer/model';
import { lengthKey } from './lines-of.ts';

/** What became of the figures of one paper in another. */
export interface ComparedPapers {
  /** In both papers, for different periods: what each says of its own last period. */
  readonly changed: readonly ComparedMeasure[];
  /** The same statement in both, with another value. */
  readonly restated: readonly ComparedMeasure[];
  /** How many statements stand in both with the same value. */
  readonly repeated: number;
  /** Measures of the first paper that the second does not speak of. */
  readonly disappeared: readonly Observation[];
  /** Measures of the second paper that the first does not speak of. */
  readonly appeared: readonly Observation[];
}

/** What each of two papers prints of one thing. */
export interface ComparedMeasure {
  readonly before: Observation;
  readonly after: Observation;
  /** In the unit of the values. */
  readonly difference: number;
}

/** Readings doubted more than this are not compared. */
const SURE = 0.25;

/** Compares what two papers say, measure by measure. @param before and after the observations of the papers, the earlier first */
export function comparePapers(before: readonly Observation[], after: readonly Observation[]): ComparedPapers {
  const [earlier, later] = [before, after].map((all) => all.filter(isLevel));
  const [one, other] = [Map.groupBy(earlier!, measureKey), Map.groupBy(later!, measureKey)];
  const statements = pairs(Map.groupBy(earlier!, statementKey), Map.groupBy(later!, statementKey));
  const restated = statements.filter(({ before: a, after: b }) => !meets(printedInterval(a), printedInterval(b)));
  return {
    changed: pairs(Map.groupBy(earlier!, lineKey), Map.groupBy(later!, lineKey)).filter(
      ({ before: a, after: b }) => a.period !== b.period,
    ),
    restated,
    repeated: statements.length - restated.length,
    disappeared: lastOfEach(one, other),
    appeared: lastOfEach(other, one),
  };
}

function isLevel({ statistic, confidence, period }: Observation): boolean {
  return statistic === 'level' && confidence >= SURE && period !== null;
}

function measureKey({ measure, area, breakdown, unit }: Observation): string {
  return JSON.stringify([measure.id ?? measure.label.toLowerCase(), area?.label ?? null, breakdown, unit]);
}

/** Values for periods of one length can be compared. */
function lineKey(observation: Observation): string {
  return `${measureKey(observation)} ${lengthKey(observation.period!)}`;
}

function statementKey(observation: Observation): string {
  return `${measureKey(observation)} ${observation.period}`;
}

type Groups = ReadonlyMap<string, readonly Observation[]>;

/** The last value of each group that both have, with the difference. */
function pairs(one: Groups, other: Groups): ComparedMeasure[] {
  return [...one].flatMap(([key, same]) => {
    const its = other.get(key);
    if (!its) return [];
    const [before, after] = [lastOf(same), lastOf(its)];
    return [{ before, after, difference: Number((after.value - before.value).toPrecision(12)) }];
  });
}

function lastOfEach(one: Groups, other: Groups): Observation[] {
  return [...one].filter(([key]) => !other.has(key)).map(([, same]) => lastOf(same));
}

/** The surest of those for the last period; a longer period before a shorter one that ends with it. */
function lastOf(same: readonly Observation[]): Observation {
  return same.reduce((best, one) => (isLater(one, best) ? one : best));
}

function isLater(a: Observation, b: Observation): boolean {
  const [one, other] = [periodEnds(a.period!), periodEnds(b.period!)];
  if (one.end !== other.end) return one.end > other.end;
  return one.start === other.start ? a.confidence > b.confidence : one.start < other.start;
}
