import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { apply, type Matrix, multiply } from './matrix.ts';
import type { Ruling } from './ruling.ts';

/** Thickest filled rectangle that is a drawn line and not an area, in points. */
const THICKEST_LINE = 3;
/** Shortest line that can be a cell's edge, in points: shorter are dashes, bullets and letters drawn as paths. */
const SHORTEST_EDGE = 4;
/** Most that a line may lean and still count as straight, in points. */
const MOST_LEAN = 0.8;
/** Share of the page that an area may cover: larger ones are backgrounds. */
const LARGEST_AREA = 0.8;
/** More lines than this on one page are a map or a drawing: a table of 2,000 cells has fewer. */
const MOST_RULINGS = 10_000;
const WHITE = /^#f[a-f\d]f[a-f\d]f[a-f\d]$/i;

/** Steps of a path in pdf.js: the code, then its coordinates. */
const MOVE = 0;
const LINE = 1;
const CURVE = 2;
const QUADRATIC = 3;
const CLOSE = 4;

interface State {
  readonly matrix: Matrix;
  readonly stroke: string;
  readonly fill: string;
}

type Point = readonly [number, number];

const STROKES = new Set([
  OPS.stroke,
  OPS.closeStroke,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
]);
const FILLS = new Set([
  OPS.fill,
  OPS.eoFill,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
]);

/** What a page draws, as pdf.js lists it. */
export interface Operators {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly (readonly unknown[])[];
}

/**
 * The straight lines that a page shows: stroked lines and rectangles, thin filled rectangles, and the edges of filled
 * areas (shaded cells). White ones cannot be seen and are left out.
 *
 * @param view takes PDF coordinates to displayed ones
 * @param area of the page, in square points
 */
export function pageRulings(operators: Operators, view: Matrix, area: number): Ruling[] {
  const rulings: Ruling[] = [];
  const stack: State[] = [];
  let state: State = { matrix: view, stroke: '#000000', fill: '#000000' };
  for (const [index, operator] of operators.fnArray.entries()) {
    const args = operators.argsArray[index]!;
    if (operator === OPS.save) stack.push(state);
    else if (operator === OPS.restore || operator === OPS.paintFormXObjectEnd) state = stack.pop() ?? state;
    else if (operator === OPS.transform)
      state = { ...state, matrix: multiply(state.matrix, args as unknown as Matrix) };
    else if (operator === OPS.paintFormXObjectBegin) {
      stack.push(state);
      if (args[0]) state = { ...state, matrix: multiply(state.matrix, args[0] as Matrix) };
    } else if (operator === OPS.setStrokeRGBColor) state = { ...state, stroke: String(args[0]) };
    else if (operator === OPS.setFillRGBColor) state = { ...state, fill: String(args[0]) };
    else if (operator === OPS.constructPath) rulings.push(...pathRulings(args, state, area));
  }
  return rulings.length > MOST_RULINGS ? [] : rulings;
}

function pathRulings(args: readonly unknown[], state: State, area: number): Ruling[] {
  const [operator, [path]] = args as [number, [ArrayLike<number> | null]];
  const strokes = STROKES.has(operator) && !WHITE.test(state.stroke);
  const fills = FILLS.has(operator) && !WHITE.test(state.fill);
  if (!path || (!strokes && !fills)) return [];
  return subpaths(path, state.matrix).flatMap((points) => {
    const rectangle = boundsOfRectangle(points);
    if (fills && rectangle && !strokes) return areaRulings(rectangle, area);
    return strokes ? strokedRulings(points) : [];
  });
}

/** The corners of each part of a path, in displayed coordinates; parts with curves are no rulings. */
function subpaths(path: ArrayLike<number>, matrix: Matrix): Point[][] {
  const found: Point[][] = [];
  let points: Point[] = [];
  let curved = false;
  const close = () => {
    if (points.length > 1 && !curved) found.push(points);
    points = [];
    curved = false;
  };
  for (let index = 0; index < path.length; ) {
    const step = path[index]!;
    if (step === MOVE) close();
    if (step === MOVE || step === LINE) {
      points.push(apply(matrix, path[index + 1]!, path[index + 2]!));
      index += 3;
    } else if (step === CLOSE) {
      if (points[0]) points.push(points[0]);
      index += 1;
    } else {
      curved = true;
      index += step === CURVE ? 7 : step === QUADRATIC ? 5 : 1;
    }
  }
  close();
  return found;
}

function strokedRulings(points: readonly Point[]): Ruling[] {
  return points.slice(1).flatMap((point, index) => straight(points[index]!, point));
}

function straight([x1, y1]: Point, [x2, y2]: Point): Ruling[] {
  const width = Math.abs(x2 - x1);
  const height = Math.abs(y2 - y1);
  if (height <= MOST_LEAN && width >= SHORTEST_EDGE) return [horizontal((y1 + y2) / 2, x1, x2)];
  if (width <= MOST_LEAN && height >= SHORTEST_EDGE) return [vertical((x1 + x2) / 2, y1, y2)];
  return [];
}

function horizontal(at: number, one: number, other: number): Ruling {
  return { axis: 'horizontal', at, from: Math.min(one, other), to: Math.max(one, other) };
}

function vertical(at: number, one: number, other: number): Ruling {
  return { axis: 'vertical', at, from: Math.min(one, other), to: Math.max(one, other) };
}

interface Bounds {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

function boundsOfRectangle(points: readonly Point[]): Bounds | null {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const bounds = { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) };
  const near = (value: number, one: number, other: number) =>
    Math.abs(value - one) <= MOST_LEAN || Math.abs(value - other) <= MOST_LEAN;
  const onEdges = points.every(([x, y]) => near(x, bounds.left, bounds.right) && near(y, bounds.top, bounds.bottom));
  return points.length >= 4 && onEdges ? bounds : null;
}

/** A thin filled rectangle is a line; a larger one is a shaded cell, which has four edges. */
function areaRulings({ left, top, right, bottom }: Bounds, pageArea: number): Ruling[] {
  const width = right - left;
  const height = bottom - top;
  if (height <= THICKEST_LINE) return width >= SHORTEST_EDGE ? [horizontal((top + bottom) / 2, left, right)] : [];
  if (width <= THICKEST_LINE) return height >= SHORTEST_EDGE ? [vertical((left + right) / 2, top, bottom)] : [];
  if (width * height > LARGEST_AREA * pageArea) return [];
  return [
    horizontal(top, left, right),
    horizontal(bottom, left, right),
    vertical(left, top, bottom),
    vertical(right, top, bottom),
  ];
}
