import type { Box, Mark } from '@scrutineer/model';
import type { Grid } from './grid.ts';
import type { Ruling } from './ruling.ts';

/**
 * A run of text as the PDF draws it, in the page's displayed coordinates (see `Box`): points from the top left.
 * All steps of this folder speak of runs, lines, rulings and boxes in these coordinates.
 */
export interface Run {
  readonly text: string;
  readonly page: number;
  readonly box: Box;
  /** y of the line that letters stand on. */
  readonly baseline: number;
  /** Font size in points. */
  readonly size: number;
  readonly bold: boolean;
  readonly italic: boolean;
  /** 0 to 1 where the text was recognised in a picture; absent where the PDF tells it. */
  readonly confidence?: number;
}

/** What the steps need of one page. */
export interface Page {
  /** 1-based. */
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly runs: readonly Run[];
  /** Characters that were left out because their font does not tell which letters they are. */
  readonly unreadable: number;
  /** Nothing is drawn on it: no text, no picture. */
  readonly isBlank: boolean;
  /** Blank where something was placed: the page is empty, or pdf.js left out a picture that is too large. */
  readonly isCleared: boolean;
  /** The grids that the page's lines form, in no order. */
  readonly grids: readonly Grid[];
  /** The lines and edges of areas that are drawn on it. */
  readonly rulings: readonly Ruling[];
  /** The boxes of charts, pies and maps. */
  readonly drawings: readonly Box[];
}

/** Runs on one line of print, from left to right. */
export interface Line {
  readonly page: number;
  readonly box: Box;
  readonly baseline: number;
  /** Font size of most of the line's characters, in points. */
  readonly size: number;
  /** All of the line's letters are bold. */
  readonly bold: boolean;
  readonly spans: readonly LineSpan[];
  readonly text: string;
}

/** A run with its marks, and what stands before it on the line. */
export interface LineSpan {
  readonly run: Run;
  readonly marks: readonly Mark[];
  readonly separator: '' | ' ' | '\t';
}
