import { createHash } from 'node:crypto';

/** Hex digits kept of a hash: 96 bits, so that a billion ids meet by chance with a probability below 10^-11. */
const ID_LENGTH = 24;

/** sha256 of bytes or of a text's UTF-8, hex. */
export function sha256(data: Uint8Array | string): string {
  return createHash('sha256').update(data).digest('hex');
}

/**
 * The id of an observation: a hash of the paper, the place, the figure as printed, statistic and unit.
 * The extractor's version is not in it, so a better extractor keeps the ids of what it reads alike.
 */
export function observationId(observation: {
  readonly paper: string;
  readonly statistic: string;
  readonly unit: string;
  readonly source: {
    readonly line: number | null;
    readonly page: number | null;
    readonly start: number;
    readonly end: number;
    readonly figure: string;
  };
}): string {
  const { paper, statistic, unit, source } = observation;
  const place = source.line ?? source.page ?? '';
  return hashParts([paper, String(place), `${source.start}-${source.end}`, source.figure, statistic, unit]);
}

/** The id of a claim: a hash of the paper, the place, and what is said of which measure. */
export function claimId(claim: {
  readonly paper: string;
  readonly says: string;
  readonly measure: { readonly label: string } | null;
  readonly source: { readonly start: number; readonly end: number };
}): string {
  const { paper, says, measure, source } = claim;
  return hashParts([paper, `${source.start}-${source.end}`, says, measure?.label ?? '']);
}

/** The id of a finding: a hash of the rule and of the observations and claims it is about, in any order. */
export function findingId(rule: string, about: readonly string[]): string {
  return hashParts([rule, ...[...about].sort()]);
}

function hashParts(parts: readonly string[]): string {
  return sha256(parts.join('\u0000')).slice(0, ID_LENGTH);
}
