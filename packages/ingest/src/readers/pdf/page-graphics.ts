import type { Box } from '@scrutineer/model';
import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { drawingsOf } from './drawings.ts';
import { edgesOfAreas, type FilledArea, SHORTEST_EDGE } from './filled-areas.ts';
import { apply, type Matrix, multiply } from './matrix.ts';
import type { Ruling } from './ruling.ts';

/** Most that a line may lean and still count as straight, in points. */
const MOST_LEAN = 0.8;
/** Shortest slanted line and curve that are part of a drawing, in points: shorter ones round a corner or draw a letter. */
const SHORTEST_SLANT = 3;
const SHORTEST_CURVE = 10;
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

/** What a page shows beside text. */
export interface Graphics {
  readonly rulings: readonly Ruling[];
  /** Boxes of charts and the like. */
  readonly drawings: readonly Box[];
}

/**
 * The straight lines that a page shows: stroked lines and rectangles, thin filled rectangles, and the edges of filled
 * areas (shaded cells). White ones cannot be seen and are left out.
 *
 * @param view takes PDF coordinates to displayed ones
 * @param area of the page, in square points
 */
export function pageGraphics(operators: Operators, view: Matrix, area: number): Graphics {
  const slanted: Box[] = [];
  const rulings: Ruling[] = [];
  const areas: FilledArea[] = [];
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
    else if (operator === OPS.constructPath) {
      const [strokes, fills] = drawnBy(args, state);
      rulings.push(...strokes);
      slanted.push(...slantedBoxes(args, state));
      areas.push(
        ...fills.filter(({ left, top, right, bottom }) => (right - left) * (bottom - top) <= LARGEST_AREA * area),
      );
    }
  }
  const all = [...rulings, ...edgesOfAreas(areas)];
  return { rulings: all.length > MOST_RULINGS ? [] : all, drawings: drawingsOf(slanted) };
}

/** The lines that a path strokes, and the rectangles that it fills without a stroke. */
function drawnBy(args: readonly unknown[], state: State): [Ruling[], FilledArea[]] {
  const [operator, [path]] = args as [number, [ArrayLike<number> | null]];
  const strokes = STROKES.has(operator) && !WHITE.test(state.stroke);
  const fills = FILLS.has(operator) && !WHITE.test(state.fill);
  if (!path || (!strokes && !fills)) return [[], []];
  const parts = subpaths(path, state.matrix);
  if (strokes) return [parts.flatMap(strokedRulings), []];
  return [[], parts.flatMap((points) => rectangleOf(points, state.fill) ?? [])];
}

/** The boxes of a path's lines that are neither level nor upright, and of its larger curves. */
function slantedBoxes(args: readonly unknown[], { matrix }: State): Box[] {
  const [operator, [path]] = args as [number, [ArrayLike<number> | null]];
  if (!path || (!STROKES.has(operator) && !FILLS.has(operator))) return [];
  const boxes: Box[] = [];
  let at: Point = [0, 0];
  for (let index = 0; index < path.length; ) {
    const step = path[index]!;
    const length = step === CURVE ? 7 : step === QUADRATIC ? 5 : step === CLOSE ? 1 : 3;
    if (length > 1) {
      const to = apply(matrix, path[index + length - 2]!, path[index + length - 1]!);
      const width = Math.abs(to[0] - at[0]);
      const height = Math.abs(to[1] - at[1]);
      const least = step === LINE ? SHORTEST_SLANT : SHORTEST_CURVE;
      if (step !== MOVE && Math.min(width, height) > MOST_LEAN && Math.max(width, height) >= least)
        boxes.push([Math.min(at[0], to[0]), Math.min(at[1], to[1]), Math.max(at[0], to[0]), Math.max(at[1], to[1])]);
      at = to;
    }
    index += length;
  }
  return boxes;
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

function rectangleOf(points: readonly Point[], colour: string): FilledArea | null {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const bounds = { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) };
  const near = (value: number, one: number, other: number) =>
    Math.abs(value - one) <= MOST_LEAN || Math.abs(value - other) <= MOST_LEAN;
  const onEdges = points.every(([x, y]) => near(x, bounds.left, bounds.right) && near(y, bounds.top, bounds.bottom));
  return points.length >= 4 && onEdges ? { ...bounds, colour } : null;
}
