import type { Interval } from './calendar.ts';

/**
 * What a printed period means before the paper's own dates are known.
 *
 * - `interval`: stated in full.
 * - `date`: a point in time, or the end of a period whose length the words do not give ("to September 2019").
 * - `relative`: stands on the paper's reporting period ("last quarter", "the same period last year").
 */
export type PeriodExpression =
  | { readonly kind: 'interval'; readonly interval: Interval; readonly note?: string }
  | { readonly kind: 'date'; readonly date: string; readonly grain: 'day' | 'month' }
  | { readonly kind: 'relative'; readonly relation: Relation };

/** A relation to the paper's reporting period or to the period of the words before. */
export type Relation =
  | { readonly to: 'this-quarter' | 'this-year' | 'year-to-date' | 'reporting-period' }
  /** The first months of the financial year reported on. */
  | { readonly to: 'first-months-of-year'; readonly months: number }
  /** A financial year up to the day of it that the paper reports to. */
  | { readonly to: 'financial-year-to-date'; readonly year: number }
  /** The reporting quarter, or an earlier one counted back. */
  | { readonly to: 'quarter-before' | 'year-before' | 'last-year' | 'period-before' | 'same-period-year-before' }
  /** The period of the words before, so many years earlier. */
  | { readonly to: 'years-before'; readonly years: number }
  /** The period of the words before ("over the same period"). */
  | { readonly to: 'same-period' }
  /** The same part of another financial year ("the same quarter of 2017/18"). */
  | { readonly to: 'same-part-of-year'; readonly year: number; readonly of: 'financial' | 'calendar' }
  /** The calendar year reported on. */
  | { readonly to: 'calendar-year' }
  /** A period whose beginning is not told ("the period up to March 2020"). */
  | { readonly to: 'open-ended' }
  | { readonly to: 'past-months'; readonly months: number }
  /** The figure as the last report had it: one quarter earlier. */
  | { readonly to: 'last-report' }
  /** `months` whole months up to the reporting date. */
  | { readonly to: 'months-to-date'; readonly months: number }
  /** `months` whole months to the end of a month whose year the words leave out. */
  | {
      readonly to: 'months-to-month';
      readonly months: number | null;
      readonly month: number;
      readonly day: number | null;
    }
  /** The last such week, by its first day. */
  | { readonly to: 'week-of'; readonly month: number; readonly day: number }
  /** From the start of a month, whose year may be left out, to the paper's date. */
  | { readonly to: 'since'; readonly month: number }
  /** A quarter of the current financial year, or its end. */
  | { readonly to: 'quarter-of-year'; readonly quarter: number; readonly at: 'end' | 'whole' }
  /** A range of days without a year. */
  | { readonly to: 'day-range'; readonly from: DayOfMonth; readonly until: DayOfMonth }
  /** A range of months without a year. */
  | { readonly to: 'month-range'; readonly from: number; readonly until: number; readonly lastYear: boolean };

/** A day whose year is not printed. */
export interface DayOfMonth {
  readonly month: number;
  readonly day: number;
}

/** A period expression and where it stands in a text (half-open UTF-16 offsets). */
export interface PeriodMention {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly form: string;
  readonly expression: PeriodExpression;
}

/** A digit, the name of a month, or the word that a form turns on. */
export type Need = 'digit' | 'month' | 'quarter' | 'word';

/** One way of printing a period: a pattern and what its groups mean; null where they mean no period after all. */
export interface PeriodForm {
  readonly name: string;
  /** Case-insensitive, without flags; matched at word boundaries on normalised text. */
  readonly pattern: string;
  /** What a text must hold for the form to be worth looking for. */
  readonly needs: readonly Need[];
  readonly read: (groups: Readonly<Record<string, string | undefined>>) => PeriodExpression | null;
}
