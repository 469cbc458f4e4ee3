import type { Furniture } from '@scrutineer/model';
import { joinLines } from './join-lines.ts';
import type { Line } from './page.ts';

/** A page's lines outside tables. */
export interface PageLines {
  readonly page: number;
  readonly height: number;
  readonly lines: readonly Line[];
}

/** Share of the page's height, at its top and at its bottom, where running headers and footers stand. */
const MARGIN_ZONE = 0.12;
/** Share of the pages on which a line must recur at the same height to be a running one, and the fewest pages. */
const RECURRING_SHARE = 0.3;
const FEWEST_PAGES = 3;
/** Lines of different pages at the same height differ by less than this, in points. */
const SAME_HEIGHT = 4;
/** Longest running header, in characters. */
const LONGEST = 150;

/** The lines of each page that are running headers, footers or page numbers; the others are the paper's text. */
export function furnitureLines(pages: readonly PageLines[]): ReadonlyMap<Line, Furniture['role']> {
  const candidates = pages.flatMap((page) => page.lines.flatMap((line) => candidate(line, page)));
  const groups = new Map<string, Candidate[]>();
  for (const entry of candidates) {
    const key = `${entry.role} ${entry.line.text.replace(/\d+/g, '#').replace(/\s+/g, ' ')}`;
    const known = groups.get(key);
    if (known) known.push(entry);
    else groups.set(key, [entry]);
  }
  const fewest = Math.max(FEWEST_PAGES, Math.ceil(pages.length * RECURRING_SHARE));
  const roles = new Map<Line, Furniture['role']>();
  for (const group of groups.values()) {
    for (const { line, role } of group) {
      if (isPageNumber(line.text)) roles.set(line, 'page-number');
      else if (isMarking(line.text) || recurs(line, group, Math.min(fewest, pages.length))) roles.set(line, role);
    }
  }
  return roles;
}

export function furnitureOf(line: Line, role: Furniture['role']): Furniture {
  return { type: 'furniture', role, children: joinLines([line], () => line.box[2]) };
}

interface Candidate {
  readonly line: Line;
  readonly role: 'header' | 'footer';
}

function candidate(line: Line, page: PageLines): Candidate[] {
  if (line.text.length > LONGEST) return [];
  if (line.box[3] < page.height * MARGIN_ZONE) return [{ line, role: 'header' }];
  return line.box[1] > page.height * (1 - MARGIN_ZONE) ? [{ line, role: 'footer' }] : [];
}

function recurs(line: Line, group: readonly Candidate[], fewest: number): boolean {
  if (fewest < 2) return false;
  const same = group.filter((other) => Math.abs(other.line.baseline - line.baseline) < SAME_HEIGHT);
  return new Set(same.map((other) => other.line.page)).size >= Math.max(fewest, 2);
}

function isPageNumber(text: string): boolean {
  return /^(?:(?:page|p\.)\s*)?(?:[-–]\s*)?\d{1,4}(?:\s*[-–])?(?:\s*(?:of|\/)\s*\d{1,4})?$/i.test(text.trim());
}

function isMarking(text: string): boolean {
  return /^(?:NOT PROTECTIVELY MARKED|UNCLASSIFIED|(?:UK )?OFFICIAL(?:[ -:]+SENSITIVE)?|RESTRICTED)$/.test(text.trim());
}
