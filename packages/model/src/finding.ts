import { z } from 'zod';

export const severitySchema = z.enum(['error', 'warning', 'info']);

/** A place where printed figures cannot all be right, or need care. It never says which figure is the wrong one. */
export const findingSchema = z.object({
  /** Hash of the rule and the observations' ids. */
  id: z.string(),
  rule: z.string(),
  severity: severitySchema,
  papers: z.array(z.object({ id: z.string(), file: z.string() })),
  /** Ids of the observations. */
  observations: z.array(z.string()),
  /** The figures as printed, one number each. */
  figures: z.array(z.string()),
  lines: z.array(z.int()),
  pages: z.array(z.int()),
  /** The value that would have been consistent; null where there is no single one. */
  expected: z.number().nullable(),
  /** One sentence a councillor can read. */
  explain: z.string(),
});

export type Finding = z.infer<typeof findingSchema>;
export type Severity = z.infer<typeof severitySchema>;
