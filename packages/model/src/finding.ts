import { z } from 'zod';

export const severitySchema = z.enum(['error', 'warning', 'info']);

/**
 * How two printings of one figure agree: the same, the same at the printed rounding, restated by a later paper, not to
 * be reconciled, or so far apart that they cannot mean the same thing.
 */
export const verdictSchema = z.enum([
  'agrees',
  'within-rounding',
  'revised-later',
  'inconsistent',
  'different-definition',
]);

/** A place where printed figures cannot all be right, or need care. It never says which figure is the wrong one. */
export const findingSchema = z.object({
  /** Hash of the rule and of the ids of the observations and claims. */
  id: z.string(),
  rule: z.string(),
  severity: severitySchema,
  papers: z.array(z.object({ id: z.string(), file: z.string() })),
  /** Ids of the observations. */
  observations: z.array(z.string()),
  /** Ids of the claims in words that the figures were held against; absent where there are none. */
  claims: z.array(z.string()).optional(),
  /** The figures as printed, one number each. */
  figures: z.array(z.string()),
  lines: z.array(z.int()),
  pages: z.array(z.int()),
  /** The value that would have been consistent; null where there is no single one. */
  expected: z.number().nullable(),
  /** One sentence a councillor can read. */
  explain: z.string(),
  /** Where one figure is printed several times. */
  verdict: verdictSchema.optional(),
});

export type Finding = z.infer<typeof findingSchema>;
export type Verdict = z.infer<typeof verdictSchema>;
export type Severity = z.infer<typeof severitySchema>;
