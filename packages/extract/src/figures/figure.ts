import type { Qualifier } from '@scrutineer/model';
import { qualifierBefore } from './qualifiers.ts';

/** A number as it stands in a text, before its meaning is known. Offsets are half-open UTF-16 offsets in the text. */
export interface Figure {
  readonly start: number;
  readonly end: number;
  /** As printed: with sign, currency, percent sign and scale letter; without a unit in words. */
  readonly text: string;
  /** Without sign; the scale ("m", "million") is applied. */
  readonly value: number;
  /** Decimals as printed. */
  readonly decimals: number;
  /** The sign that is printed before it. */
  readonly sign: '+' | '-' | null;
  /** The unit of measure that is printed with it; null for a plain number. */
  readonly unit: string | null;
  /** Where the unit's words end; `end` where there are none. */
  readonly unitEnd: number;
  readonly form: 'digits' | 'word' | 'fraction' | 'ordinal';
  readonly qualifier: Qualifier | null;
  /** Where the qualifier's words begin; `start` where there are none. */
  readonly qualifierStart: number;
  /** Number of those ranked, for "12th of 43". */
  readonly outOf: number | null;
}

/** A figure of which only the place is known yet, with the qualifier before it. */
export function figureAt(text: string, start: number, end: number): Figure {
  const qualifier = qualifierBefore(text, start);
  return {
    start,
    end,
    text: text.slice(start, end),
    value: 0,
    decimals: 0,
    sign: null,
    unit: null,
    unitEnd: end,
    form: 'digits',
    qualifier: qualifier?.qualifier ?? null,
    qualifierStart: qualifier?.start ?? start,
    outOf: null,
  };
}

/** A number that is no figure, and why. */
export interface ExcludedNumber {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly reason: string;
}
