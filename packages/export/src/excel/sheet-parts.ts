/**
 * Rows of a sheet. Excel has 1,048,576; this is fewer, because the writer puts a sheet together in one string, and a
 * string has an end.
 */
const MOST_ROWS = 200_000;

/** The rows of a group in parts that a sheet each can hold. */
export function sheetParts<Row>(rows: readonly Row[], size: number = MOST_ROWS): Row[][] {
  const parts: Row[][] = [];
  for (let start = 0; start < rows.length; start += size) parts.push(rows.slice(start, start + size));
  return parts;
}
