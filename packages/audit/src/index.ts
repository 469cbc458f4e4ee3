import type { Finding, Observation, PaperRecord } from '@scrutineer/model';

/** Every check, by name. */
export const checks: readonly { readonly rule: string }[] = [];

/** Finds the places where printed figures cannot all be right. */
export function audit(
  papers: readonly { readonly paper: PaperRecord; readonly observations: readonly Observation[] }[],
): Finding[] {
  void papers;
  return [];
}
