import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { apply, type Matrix, multiply } from './matrix.ts';
import type { Run } from './page.ts';
import type { Operators } from './page-graphics.ts';

/** Text rendering modes that leave no mark: invisible, and clipping only. */
const INVISIBLE_MODES = new Set([3, 7]);
/** An invisible text begins within this distance of the run it is, in points. */
const SAME_PLACE = 1;

/**
 * Leaves out runs that are written in invisible ink beside visible text. Where a page's text is mostly invisible, it is
 * the text layer of a scan, and stays.
 */
export function withoutHiddenRuns(runs: readonly Run[], operators: Operators, view: Matrix): Run[] {
  const origins = hiddenOrigins(operators, view);
  const isHidden = ({ box, baseline }: Run) =>
    origins.some(([x, y]) => Math.abs(x - box[0]) < SAME_PLACE && Math.abs(y - baseline) < SAME_PLACE);
  const visible = origins.length === 0 ? [...runs] : runs.filter((run) => !isHidden(run));
  const length = (part: readonly Run[]) => part.reduce((sum, run) => sum + run.text.length, 0);
  return length(visible) * 2 > length(runs) ? visible : [...runs];
}

interface TextState {
  readonly matrix: Matrix;
  readonly mode: number;
}

const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** Where invisible texts begin, in displayed coordinates. */
function hiddenOrigins({ fnArray, argsArray }: Operators, view: Matrix): (readonly [number, number])[] {
  const origins: (readonly [number, number])[] = [];
  const stack: TextState[] = [];
  let state: TextState = { matrix: view, mode: 0 };
  let line = IDENTITY;
  for (const [index, operator] of fnArray.entries()) {
    const args = argsArray[index];
    if (operator === OPS.save) stack.push(state);
    else if (operator === OPS.restore) state = stack.pop() ?? state;
    else if (operator === OPS.transform) state = { ...state, matrix: multiply(state.matrix, matrixOf(args)) };
    else if (operator === OPS.setTextRenderingMode) state = { ...state, mode: Number(args![0]) };
    else if (operator === OPS.beginText) line = IDENTITY;
    else if (operator === OPS.setTextMatrix) line = matrixOf(args);
    else if (operator === OPS.moveText || operator === OPS.setLeadingMoveText) {
      line = multiply(line, [1, 0, 0, 1, Number(args![0]), Number(args![1])]);
    } else if (operator === OPS.showText && INVISIBLE_MODES.has(state.mode)) {
      origins.push(apply(state.matrix, line[4], line[5]));
    }
  }
  return origins;
}

/** pdf.js gives a matrix as six arguments or as one list of six. */
function matrixOf(args: readonly unknown[] | undefined): Matrix {
  const values = args?.length === 1 ? (args[0] as ArrayLike<number>) : (args as unknown as ArrayLike<number>);
  return Array.from(values) as unknown as Matrix;
}
