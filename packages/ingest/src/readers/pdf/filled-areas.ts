import type { Ruling } from './ruling.ts';

/** A filled rectangle on the page, in the coordinates of `Box`. */
export interface FilledArea {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  /** As pdf.js names it: `#rrggbb`. */
  readonly colour: string;
}

/** Thickest filled rectangle that is a drawn line and not an area, in points. */
const THICKEST_LINE = 3;
/** Areas this close meet, in points. */
const MEETING = 1.2;
/** Shortest line that can be a cell's edge, in points: shorter are dashes, bullets and letters drawn as paths. */
export const SHORTEST_EDGE = 4;
/** More areas than this on a page are a drawing: to look for their neighbours would take too long. */
const MOST_AREAS = 3000;

/**
 * The lines that filled areas show: thin areas are lines, others have an edge wherever their colour ends. A cell that
 * is filled in pieces, one for each of its lines, has no edges between them.
 */
export function edgesOfAreas(areas: readonly FilledArea[]): Ruling[] {
  if (areas.length > MOST_AREAS) return [];
  const solid = Map.groupBy(
    areas.filter((area) => !isThin(area)),
    ({ colour }) => colour,
  );
  return areas.flatMap((area) => {
    const sameColour = solid.get(area.colour) ?? [];
    if (isThin(area)) return lineOf(area, sameColour);
    return visibleEdges(
      area,
      sameColour.filter((other) => other !== area && meets(area, other)),
    );
  });
}

/** Whether two areas touch or overlap. */
function meets(one: FilledArea, other: FilledArea): boolean {
  const isBeside = other.right > one.left - MEETING && other.left < one.right + MEETING;
  return isBeside && other.bottom > one.top - MEETING && other.top < one.bottom + MEETING;
}

function isThin({ left, top, right, bottom }: FilledArea): boolean {
  return bottom - top <= THICKEST_LINE || right - left <= THICKEST_LINE;
}

/** A thin area; within areas of its own colour it cannot be seen. */
function lineOf({ left, top, right, bottom }: FilledArea, others: readonly FilledArea[]): Ruling[] {
  const isFlat = bottom - top <= right - left;
  const line: Ruling = isFlat
    ? { axis: 'horizontal', at: (top + bottom) / 2, from: left, to: right }
    : { axis: 'vertical', at: (left + right) / 2, from: top, to: bottom };
  return rest(
    line,
    others.filter((other) => covers(other, line)),
  ).filter(isLong);
}

function covers(area: FilledArea, { axis, at }: Ruling): boolean {
  return axis === 'horizontal'
    ? area.top < at - MEETING && area.bottom > at + MEETING
    : area.left < at - MEETING && area.right > at + MEETING;
}

function visibleEdges({ left, top, right, bottom }: FilledArea, others: readonly FilledArea[]): Ruling[] {
  const edge = (axis: Ruling['axis'], at: number, from: number, to: number, meets: (other: FilledArea) => boolean) =>
    rest({ axis, at, from, to }, others.filter(meets));
  const within = (at: number, low: number, high: number) => at > low - MEETING && at < high + MEETING;
  return [
    ...edge(
      'horizontal',
      top,
      left,
      right,
      (other) => within(top, other.top, other.bottom) && other.top < top - MEETING,
    ),
    ...edge(
      'horizontal',
      bottom,
      left,
      right,
      (other) => within(bottom, other.top, other.bottom) && other.bottom > bottom + MEETING,
    ),
    ...edge(
      'vertical',
      left,
      top,
      bottom,
      (other) => within(left, other.left, other.right) && other.left < left - MEETING,
    ),
    ...edge(
      'vertical',
      right,
      top,
      bottom,
      (other) => within(right, other.left, other.right) && other.right > right + MEETING,
    ),
  ].filter(isLong);
}

function isLong({ from, to }: Ruling): boolean {
  return to - from >= SHORTEST_EDGE;
}

/** The parts of a line that no area goes on over. */
function rest(line: Ruling, areas: readonly FilledArea[]): Ruling[] {
  let parts: Ruling[] = [line];
  for (const area of areas) {
    const [from, to] = line.axis === 'horizontal' ? [area.left, area.right] : [area.top, area.bottom];
    parts = parts.flatMap((part) => {
      if (to <= part.from || from >= part.to) return [part];
      return [
        { ...part, to: Math.min(part.to, from) },
        { ...part, from: Math.max(part.from, to) },
      ].filter((piece) => piece.to > piece.from);
    });
  }
  return parts;
}
