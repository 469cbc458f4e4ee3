import type { Observation } from './observation.ts';

/** A closed interval of values. */
export interface ValueInterval {
  readonly low: number;
  readonly high: number;
}

/**
 * The values that would be printed as a figure is: half a unit of its last printed digit on either side ("2%" is 1.5 to
 * 2.5, "8.8" is 8.75 to 8.85, "£51.4m" is 51.35m to 51.45m). A count printed in full is exact. Rounding is honoured as
 * in statcheck (Nuijten et al. 2016, Behavior Research Methods 48) and GRIM (Brown and Heathers 2017, Social
 * Psychological and Personality Science 8): only what no values in the intervals can reconcile is inconsistent.
 */
export function printedInterval(observation: Observation): ValueInterval {
  const { value, qualifier } = observation;
  if (qualifier !== null) return bounded(value, qualifier);
  const half = halfUnit(observation);
  return { low: value - half, high: value + half };
}

/** Half of the worth of a figure's last printed digit; 0 for a count printed in full. */
function halfUnit(observation: Observation): number {
  const { value, unit, source } = observation;
  return isExactCount(observation) ? 0 : 0.5 * lastDigit(source.figure, value, unit);
}

function isExactCount({ unit, value, source }: Observation): boolean {
  return (
    unit === 'count' &&
    Number.isInteger(value) &&
    !source.figure.includes('.') &&
    Math.abs(value) === Number(source.figure.replace(/[^\d.]/g, ''))
  );
}

/** The worth of one unit of the last printed digit: 0.1 for "8.8", 100,000 for "£51.4m", 1 for "52". */
function lastDigit(figure: string, value: number, unit: string): number {
  const digits = /\d(?:[\d,]*\d)?(?:\.(\d+))?/.exec(figure);
  if (!digits) return unit === 'percent' ? 1 : 0;
  const decimals = digits[1]?.length ?? 0;
  const printed = Number(digits[0].replace(/,/g, ''));
  const scale = printed === 0 ? 1 : Math.abs(value) / printed;
  return 10 ** -decimals * scale;
}

/** How far a figure that is called approximate may lie from the true one, as a share of it. */
const APPROXIMATE = 0.1;

function bounded(value: number, qualifier: NonNullable<Observation['qualifier']>): ValueInterval {
  if (value < 0) {
    const { low, high } = bounded(-value, qualifier);
    return { low: -high, high: -low };
  }
  const slack = Math.abs(value) * APPROXIMATE;
  if (qualifier === 'over' || qualifier === 'at-least') return { low: value, high: Infinity };
  if (qualifier === 'under' || qualifier === 'up-to') return { low: -Infinity, high: value };
  return { low: value - slack, high: value + slack };
}

/** The sum of intervals. */
export function sumOf(intervals: readonly ValueInterval[]): ValueInterval {
  return {
    low: intervals.reduce((sum, { low }) => sum + low, 0),
    high: intervals.reduce((sum, { high }) => sum + high, 0),
  };
}

/** The difference of two intervals, outwards. */
export function minus(a: ValueInterval, b: ValueInterval): ValueInterval {
  return { low: a.low - b.high, high: a.high - b.low };
}

/** `part / whole` in percent; null where the whole may be zero or negative, or where both are open. */
export function percentOf(part: ValueInterval, whole: ValueInterval): ValueInterval | null {
  if (whole.low <= 0) return null;
  const quotients = [part.low / whole.low, part.low / whole.high, part.high / whole.low, part.high / whole.high];
  if (quotients.some(Number.isNaN)) return null;
  return { low: 100 * Math.min(...quotients), high: 100 * Math.max(...quotients) };
}

/** Whether two intervals share a value; a millionth of their size absorbs the noise of binary fractions. */
export function meets(a: ValueInterval, b: ValueInterval): boolean {
  const noise = 1e-6 * Math.max(1, ...[a.low, a.high, b.low, b.high].filter(Number.isFinite).map(Math.abs));
  return a.low <= b.high + noise && b.low <= a.high + noise;
}

/**
 * Whether a percentage is what comes of cutting digits off instead of rounding them: 28.7% printed as "28%". Some
 * publishers do so throughout; it is not right, but no sign of a mistyped figure.
 */
export function isCutShort(percent: Observation, computed: ValueInterval): boolean {
  const unit = 2 * halfUnit(percent);
  const size = Math.abs(percent.value);
  const cut = percent.value < 0 ? { low: -size - unit, high: -size } : { low: size, high: size + unit };
  return unit > 0 && meets(cut, computed);
}
