import { z } from 'zod';
import { periodSchema, sourceSchema } from './observation.ts';

/**
 * What a sentence says of a measure in words:
 *
 * - `up`, `down`, `level`: it moved, or did not.
 * - `better`, `worse`: it moved in or against the measure's direction of good.
 * - `doubled`, `halved`: at least, or nearly.
 * - `highest`, `lowest`: since some day, or ever.
 * - `target-met`, `target-missed`.
 * - `misnamed-quarter`: a quarter is named and other months are printed beside it; about no measure.
 */
export const assertionSchema = z.enum([
  'up',
  'down',
  'level',
  'better',
  'worse',
  'doubled',
  'halved',
  'highest',
  'lowest',
  'target-met',
  'target-missed',
  'misnamed-quarter',
]);

/** Something a paper says in words, with or without a figure beside it, that its figures can bear out or contradict. */
export const claimSchema = z.object({
  /** Hash of the paper, the place and what is said. */
  id: z.string(),
  /** sha256 of the paper's bytes, hex. */
  paper: z.string(),
  measure: z.object({ id: z.string().nullable(), label: z.string() }).nullable(),
  area: z.object({ id: z.string().nullable(), label: z.string() }).nullable(),
  says: assertionSchema,
  /** For `highest` and `lowest` the first day that is meant; null for ever, and for other claims. */
  since: z.string().nullable(),
  /** The periods that the sentence names, in its order; empty where it names none. */
  periods: z.array(periodSchema),
  /** Lengths in months that the sentence compares over ("the previous 12-month period"); empty where it tells none. */
  months: z.array(z.int().positive()),
  /** Offsets are those of the word that says it; the quote is the sentence. */
  source: sourceSchema.pick({ page: true, bbox: true, line: true, start: true, end: true, quote: true }),
});

export type Claim = z.infer<typeof claimSchema>;
export type Assertion = z.infer<typeof assertionSchema>;
