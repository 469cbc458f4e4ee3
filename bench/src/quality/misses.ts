import { type Claim, type Comparison, isSameValue, plainUnit } from './compare.ts';

/**
 * Why labels were not found complete, as shares of those that were not, the most frequent first: `table: role` (a
 * change read as a level), `narrative: unit`, `narrative: not found`, `table: measure`, `narrative: area, period` …
 */
export function missClasses(comparisons: readonly Comparison<Claim>[]): Map<string, number> {
  const classes = comparisons.flatMap(({ matches, missed, extra }) => [
    ...matches.filter(({ wrong }) => wrong.length > 0).map(({ label, wrong }) => `${label.where}: ${wrong.join(', ')}`),
    ...missed.map((label) => `${label.where}: ${whyMissed(label, extra)}`),
  ]);
  const counts = new Map<string, number>();
  for (const one of classes) counts.set(one, (counts.get(one) ?? 0) + 1);
  const sorted = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return new Map(sorted.map(([name, count]) => [name, count / classes.length]));
}

/** What was found in the label's place instead of it. */
function whyMissed(label: Claim, extra: readonly Claim[]): string {
  const printed = extra.filter((found) => found.figure === label.figure && isNear(found, label));
  if (printed.length === 0) return 'not found';
  if (printed.some((found) => plainUnit(found) !== plainUnit(label) && found.statistic === label.statistic))
    return 'unit';
  return printed.some((found) =>
    isSameValue({ ...found, value: Math.abs(found.value) }, { ...label, value: Math.abs(label.value) }),
  )
    ? 'role or sign'
    : 'value';
}

function isNear(found: Claim, label: Claim): boolean {
  return found.line === null || label.line === null || Math.abs(found.line - label.line) <= 2;
}
