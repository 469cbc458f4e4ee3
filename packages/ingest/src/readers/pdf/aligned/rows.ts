import { isFigure } from './chunks.ts';
import type { Column } from './columns.ts';
import { isData } from './header.ts';
import type { PlacedLine, PlacedText } from './place-chunks.ts';

/** Lines nearer than this, in font sizes, stand beside one another: a label of two lines and its figures between them. */
const BESIDE = 0.75;
/** Largest distance between the lines of one cell, in font sizes. */
const SINGLE_SPACED = 1.45;
/** Least indent of a group's members, in font sizes. */
const INDENT = 0.4;
/** Lines this much nearer than rows are apart, as a share, are lines of one row. */
const TIGHTER = 0.82;
/** Share of the gaps between lines of figures that rules must fill for each row to stand between two of them. */
const RULED_SHARE = 0.8;

/**
 * Groups the lines of a table's body into rows.
 *
 * @param rules y of the rules that go through the whole table
 * @param pitch usual distance between its rows, in points
 */
export function bodyRows(
  lines: readonly PlacedLine[],
  columns: readonly Column[],
  rules: readonly number[],
  pitch: number,
): PlacedLine[][] {
  const isRuled = everyRowIsRuled(lines, rules);
  const rows: PlacedLine[][] = [];
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    const row = rows.at(-1);
    const ruleBetween =
      before !== undefined &&
      rules.some((y) => y > before.line.baseline - before.line.size / 3 && y < line.line.baseline - line.line.size / 3);
    const context = { pitch, isRuled, columns, after: lines[index + 1] };
    if (row && before && !ruleBetween && isOneRow(row, line, context)) row.push(line);
    else rows.push([line]);
  }
  return rows;
}

interface Context {
  readonly pitch: number;
  readonly isRuled: boolean;
  readonly columns: readonly Column[];
  /** The line below. */
  readonly after: PlacedLine | undefined;
}

/** The distance between neighbouring lines of figures that is most usual, in points; 0 where there are none. */
export function rowPitch(lines: readonly PlacedLine[]): number {
  const data = lines.filter(isData);
  const distances = data.slice(1).map(({ line }, index) => line.baseline - data[index]!.line.baseline);
  return distances.sort((a, b) => a - b)[distances.length >> 1] ?? 0;
}

function everyRowIsRuled(lines: readonly PlacedLine[], rules: readonly number[]): boolean {
  const data = lines.filter(isData);
  if (data.length < 2 || rules.length < 2) return false;
  const parted = data.slice(1).filter(({ line }, index) => {
    const above = data[index]!.line.baseline;
    return rules.some((y) => y > above - line.size / 3 && y < line.baseline);
  });
  return parted.length >= RULED_SHARE * (data.length - 1);
}

function isOneRow(row: readonly PlacedLine[], next: PlacedLine, { pitch, isRuled, columns, after }: Context): boolean {
  const last = row.at(-1)!;
  const { size } = next.line;
  const distance = next.line.baseline - last.line.baseline;
  if (row.some((line) => bothHaveFigures(line, next))) return false;
  if (isRuled || distance < BESIDE * size) return true;
  if (distance > SINGLE_SPACED * size) return false;
  const isTight = pitch > 0 && distance < TIGHTER * pitch;
  const filled = row.flatMap(({ texts }) => texts);
  if (beginsNextRow(next, after)) return false;
  if (row.some(isData) && !isData(next)) return goesOn(filled, next.texts, columns, isTight);
  if (!row.some(isData) && isData(next)) return labelGoesOn(filled, next.texts, columns, isTight);
  return goesOn(filled, next.texts, columns, isTight);
}

/** Two lines with a figure in the same column are two rows. */
function bothHaveFigures(one: PlacedLine, other: PlacedLine): boolean {
  return one.texts.some(
    (text) =>
      text.from > 0 &&
      isFigure(text.text) &&
      other.texts.some((below) => below.from === text.from && isFigure(below.text)),
  );
}

/** A label alone that the line below goes on from, or stands indented under: it belongs to that line. */
function beginsNextRow({ line, texts }: PlacedLine, after: PlacedLine | undefined): boolean {
  const below = after?.texts.find(({ from }) => from === 0);
  if (!after || !below || texts.some(({ from }) => from > 0) || !isData(after)) return false;
  const isIndented = below.box[0] - texts[0]!.box[0] > INDENT * line.size;
  return (/^\p{Ll}/u.test(below.text) || isIndented) && !/^\p{Ll}/u.test(texts[0]!.text);
}

/** Each text of the next line stands below one that it goes on from. */
function goesOn(
  row: readonly PlacedText[],
  next: readonly PlacedText[],
  columns: readonly Column[],
  isTight: boolean,
): boolean {
  return next.every((text) => {
    const above = row.findLast((other) => other.from === text.from && other.to === text.to);
    if (!above) return false;
    return isTight || runsOn(above, text, columns);
  });
}

/** A label of several lines whose figures stand beside the last one. */
function labelGoesOn(
  row: readonly PlacedText[],
  next: readonly PlacedText[],
  columns: readonly Column[],
  isTight: boolean,
): boolean {
  const label = next.find((text) => text.from === 0);
  const above = row.findLast((text) => text.from === 0);
  if (!label || !above || row.some((text) => text.to > 0) || /:$/.test(above.text)) return false;
  return runsOn(above, label, columns) || (isTight && /^\p{Ll}/u.test(label.text));
}

/** The next line begins in the middle of a sentence, or its first word would not have fitted above. */
function runsOn(above: PlacedText, text: PlacedText, columns: readonly Column[]): boolean {
  if (/^[\p{Ll}(&]/u.test(text.text) || /(?:[-,&/(]|\b(?:and|of|or|the|in|for|to|by|with|from|per))$/.test(above.text))
    return true;
  const word = /^\S+/.exec(text.text)![0];
  const width = ((text.box[2] - text.box[0]) / text.text.length) * word.length;
  const size = text.runs[0]?.size ?? 0;
  return above.box[2] + width + size * 0.3 > columns[above.to]!.right + size * 0.1 && above.text.length > 12;
}
