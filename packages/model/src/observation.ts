import { z } from 'zod';

/** ISO 8601: one date (a point in time) or `start/end` with both ends inclusive. */
export const periodSchema = z.string().regex(/^\d{4}-\d{2}-\d{2}(\/\d{4}-\d{2}-\d{2})?$/);

export const statisticSchema = z.enum(['level', 'change', 'rank', 'target', 'forecast']);
export const qualifierSchema = z.enum(['approx', 'over', 'under', 'at-least', 'up-to']);
export const statusSchema = z.enum(['reported', 'derived']);

/** Where a figure stands in a table; rows and columns from 0. */
export const tableCellReferenceSchema = z.object({
  index: z.int().nonnegative(),
  row: z.int().nonnegative(),
  col: z.int().nonnegative(),
  rowHeader: z.array(z.string()),
  columnHeader: z.array(z.string()),
});

export const sourceSchema = z.object({
  /** 1-based; null outside PDF. */
  page: z.int().positive().nullable(),
  /** See `Box`; null outside PDF. */
  bbox: z.tuple([z.number(), z.number(), z.number(), z.number()]).nullable(),
  /** 1-based; Markdown only. */
  line: z.int().positive().nullable(),
  /** Half-open offsets of the figure in `PaperTree.text`, UTF-16 code units. */
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
  /** The words a reader needs to check the figure, verbatim. */
  quote: z.string(),
  /** The number as printed. */
  figure: z.string(),
  table: tableCellReferenceSchema.nullable(),
  /** The trail of headings above the figure, outermost first. */
  headings: z.array(z.string()),
});

/**
 * One figure that a paper states, normalised, with the place where it is printed.
 * Vocabulary: SDMX (observation value, unit of measure, reference area, time period, observation status) and
 * W3C Web Annotation selectors (text quote, text position, page fragment).
 */
export const observationSchema = z.object({
  id: z.string(),
  /** sha256 of the paper's bytes, hex. */
  paper: z.string(),
  measure: z.object({ id: z.string().nullable(), label: z.string() }),
  area: z.object({ id: z.string().nullable(), label: z.string() }).nullable(),
  breakdown: z.array(z.object({ dimension: z.string(), value: z.string() })),
  statistic: statisticSchema,
  /** A change is signed by its meaning; a scale ("m", "000s") is applied. */
  value: z.number(),
  /** `count`, `percent`, `percentage-point`, `GBP`, `seconds`… or the plural noun of another unit of measure. */
  unit: z.string(),
  qualifier: qualifierSchema.nullable(),
  period: periodSchema.nullable(),
  baseline: periodSchema.nullable(),
  /** The number of those ranked; present on ranks that state it. */
  outOf: z.number().optional(),
  status: statusSchema,
  /** Ids of the observations that a derived one was computed from. */
  derivedFrom: z.array(z.string()).optional(),
  source: sourceSchema,
  /** The rule that made it, e.g. `table/change-cell`. */
  method: z.string(),
  confidence: z.number().min(0).max(1),
  notes: z.array(z.string()),
});

export type Observation = z.infer<typeof observationSchema>;
export type ObservationSource = z.infer<typeof sourceSchema>;
export type Statistic = z.infer<typeof statisticSchema>;
export type Qualifier = z.infer<typeof qualifierSchema>;
/** ISO 8601 date or interval, see `periodSchema`. */
export type Period = string;
