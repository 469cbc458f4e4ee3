import {
  type Block,
  type Leaf,
  leafRangeOf,
  leavesOf,
  type Observation,
  type PaperTree,
  type Span,
} from '@scrutineer/model';

/** Characters of a leaf's own text that state figures: several where they overlap, as in a change and what it is from. */
export interface FigureMark extends Span {
  readonly observations: readonly Observation[];
  /** One of them is in a finding. */
  readonly doubted: boolean;
}

/** Which characters of the paper's leaves state which figures. */
export type FigureMarks = ReadonlyMap<Leaf, readonly FigureMark[]>;

/**
 * Finds the place of each observation in the tree; those that no leaf holds are in no mark.
 *
 * @param doubted ids of the observations that findings are about
 */
export function figureMarks(
  tree: PaperTree,
  observations: readonly Observation[],
  doubted: ReadonlySet<string>,
): FigureMarks {
  const marks = new Map<Leaf, readonly FigureMark[]>();
  const left = new Set(observations);
  for (const { leaf } of leavesOf(tree.children)) {
    if (leaf.type === 'furniture') continue;
    const found = marksIn(leaf, left, doubted);
    if (found.length === 0) continue;
    for (const { observations: placed } of found) for (const observation of placed) left.delete(observation);
    marks.set(leaf, merged(found));
  }
  return marks;
}

function marksIn(leaf: Leaf, observations: Iterable<Observation>, doubted: ReadonlySet<string>): FigureMark[] {
  const start = Math.min(...leaf.children.map(({ span }) => span.start));
  const end = Math.max(...leaf.children.map(({ span }) => span.end));
  return [...observations].flatMap((observation) => {
    const { source } = observation;
    const range = source.start < end && source.end > start ? leafRangeOf(leaf, source) : null;
    return range ? [{ ...range, observations: [observation], doubted: doubted.has(observation.id) }] : [];
  });
}

/** In the order of the text, those that overlap made one. */
function merged(marks: readonly FigureMark[]): FigureMark[] {
  const result: FigureMark[] = [];
  for (const mark of [...marks].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = result.at(-1);
    if (!last || mark.start >= last.end) result.push(mark);
    else {
      result[result.length - 1] = {
        start: last.start,
        end: Math.max(last.end, mark.end),
        observations: [...last.observations, ...mark.observations],
        doubted: last.doubted || mark.doubted,
      };
    }
  }
  return result;
}

/** Ids of the observations that a block states. */
export function idsIn(block: Block, marks: FigureMarks): Set<string> {
  const ids = new Set<string>();
  for (const { leaf } of leavesOf([block])) {
    for (const { observations } of marks.get(leaf) ?? []) for (const { id } of observations) ids.add(id);
  }
  return ids;
}
