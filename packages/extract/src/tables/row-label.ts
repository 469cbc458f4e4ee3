import type { Figure } from '../figures/figure.ts';
import { findNumbersBesidePeriods } from '../figures/find.ts';
import { unitIn } from '../figures/units.ts';
import type { PeriodMention } from '../periods/expression.ts';
import { findPeriods } from '../periods/find.ts';
import { type Area, areaOfLabel } from '../registry/areas.ts';
import { type Measure, measureOfLabel } from '../registry/measures.ts';
import { normalise } from '../text/normalise.ts';
import { withoutPeriods } from './column.ts';

/** What a row is about, by its label. */
export interface RowLabel {
  readonly text: string;
  /** The label without remarks, footnote marks, targets and periods. */
  readonly name: string;
  readonly measure: Measure | null;
  readonly area: Area | null;
  /** The label names an area, be it only the paper's own ("Force"). */
  readonly isArea: boolean;
  /** A label that is a period and nothing else. */
  readonly period: PeriodMention | null;
  readonly unit: string | null;
  readonly total: boolean;
  /** Targets that the label states: "(Target <15 Mins)". Offsets are offsets of the label's text. */
  readonly targets: readonly Figure[];
}

/** Reads a row's label.
 *
 * @param text the label without remarks in another type, see `labelText`
 * @param header what the header above the labels says they are; under "Area" or "Division" every label is an area
 */
export function readRowLabel(text: string, header = ''): RowLabel {
  const plain = normalise(text);
  const periods = findPeriods(plain);
  const name = nameOf(plain, periods);
  const area = areaOfLabel(name) ?? (AREA_HEADER.test(header.trim()) ? areaByHeader(name) : null);
  const alone =
    periods.length === 1 && withoutPeriods(plain, periods).replace(/[\W_]+|\b(?:total|year|fy)\b/gi, '') === ''
      ? periods[0]!
      : null;
  return {
    text,
    name,
    measure: measureOfLabel(name),
    area,
    isArea: area !== null || AREA_HEADER.test(header.trim()),
    period: alone,
    unit: unitIn(plain),
    total: /^(?:grand |overall |sub-?)?total\b|^all$/i.test(name),
    targets: targetsOf(plain),
  };
}

const AREA_HEADER =
  /^(?:police\s+|policing\s+|force\s+)?(?:areas?|forces?|divisions?|districts?|boroughs?|localit(?:y|ies)|lpas?|bcus?|csps?|neighbourhoods?|regions?|constabular(?:y|ies)|local authorit(?:y|ies)|local policing areas?|community safety partnerships?)$/i;

/** An area that only its column names; "Force" and "Total" are the paper's own area. */
function areaByHeader(name: string): Area | null {
  return name === '' || /^(?:(?:grand )?total|force|force total|overall|all|constabulary)$/i.test(name)
    ? null
    : { id: null, label: name, kind: 'division' };
}

/** Remarks in brackets and after line breaks are no part of a name; what is in other brackets is. */
function nameOf(plain: string, periods: readonly PeriodMention[]): string {
  return withoutPeriods(plain, periods)
    .split(/\s*(?:\bTaken from\b|\bSource:|\bData source\b|\bNB:|\bNote:)/i)[0]!
    .replace(
      /\((?:[^()]*\b(?:target|only|introduced|since|from|source|data|note|excl|incl|as at|as of|rolling|ytd)\b[^()]*|\s*[<>]?\s*[\d.]+\s*\w*\s*|\W*|\s*(?:in\s+)?(?:secs?|seconds|mins?|minutes|hrs?|hours|days|number|no\.?|count|rate|£\s?m?|£?000s?|%|percent(?:age)?)\s*)\)/gi,
      ' ',
    )
    .replace(/\*+\s*\*.*$|(?<=\w)[*†‡^]+(?:\s.*)?$|^[%#*]+\s*/g, ' ')
    .replace(/^\s*(?:%|percentage|proportion)\s+of\s+/i, ' ')
    .replace(/^[\s\-:•]*of which\b/i, ' ')
    .replace(/\(\s*\)/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s\-:;,.•]+|[\s\-:;,]+$/g, '')
    .trim();
}

/** A bracket with a bound on the measure: "(Target <15 Mins)", "(<48 hours)", "Target: 90%". */
function targetsOf(plain: string): Figure[] {
  const { figures } = findNumbersBesidePeriods(plain);
  return figures.filter((figure) => {
    const before = plain.slice(0, figure.start);
    const named = /\btarget\b[^()]{0,20}$/i.test(before);
    const bracketed =
      /\(\s*(?:<|>|within|under|less than|at least)?\s*$/.test(before) &&
      figure.qualifier !== null &&
      /^[^)]{0,20}\)/.test(plain.slice(figure.end));
    return named || bracketed;
  });
}
