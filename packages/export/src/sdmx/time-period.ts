import type { Period } from '@scrutineer/model';

/**
 * A period as SDMX 3.0 writes observational time periods (Technical Notes, section 4.2): a date, a Gregorian year or
 * month, a reporting quarter, and for all others a time range, that is a first day and a duration.
 */
export function toTimePeriod(period: Period): string {
  const [start, end] = period.split('/') as [string, string?];
  if (end === undefined) return start;
  const months = wholeMonths(start, end);
  if (months === null) return `${start}/P${daysBetween(start, end) + 1}D`;
  const month = Number(start.slice(5, 7));
  if (months === 1) return start.slice(0, 7);
  if (months === 12 && month === 1) return start.slice(0, 4);
  if (months === 3 && month % 3 === 1) return `${start.slice(0, 4)}-Q${(month + 2) / 3}`;
  return `${start}/P${months}M`;
}

/** The number of months that the days from first to last make; null where they are no whole months. */
function wholeMonths(start: string, end: string): number | null {
  const after = new Date(`${end}T00:00:00Z`);
  after.setUTCDate(after.getUTCDate() + 1);
  if (!start.endsWith('-01') || after.getUTCDate() !== 1) return null;
  const [year, month] = start.split('-').map(Number) as [number, number];
  return (after.getUTCFullYear() - year) * 12 + after.getUTCMonth() + 1 - month;
}

function daysBetween(start: string, end: string): number {
  return Math.round((Date.parse(`${end}T00:00:00Z`) - Date.parse(`${start}T00:00:00Z`)) / 86_400_000);
}
