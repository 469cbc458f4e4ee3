import type { PaperContext } from '../context.ts';
import type { TextPassage } from '../document.ts';
import { labelOf } from '../registry/label.ts';
import type { Measure } from '../registry/measures.ts';
import type { Role } from './role.ts';
import type { Scan } from './scan.ts';

/** A measure as a figure's words name it. */
export interface NamedMeasure {
  readonly measure: Measure | null;
  readonly label: string;
  /** How it was found, for the method and the confidence. */
  readonly by: 'name' | 'before' | 'heading' | 'words';
}

export interface MeasureReading {
  readonly scan: Scan;
  readonly index: number;
  readonly role: Role;
  readonly passage: TextPassage;
  readonly context: PaperContext;
  /** The measure of the figure before, in this sentence or the one before it. */
  readonly previous: NamedMeasure | null;
  /** The measure that the sentences before named, in the same passage. */
  readonly mentioned: NamedMeasure | null;
  /** The measure that the section named last. */
  readonly above: NamedMeasure | null;
}

/** A measure of the registry by the words that named it. */
export function named(measure: Measure, by: NamedMeasure['by'], printed: string = measure.label): NamedMeasure {
  return { measure, label: labelOf(measure, printed), by };
}

export function words(label: string): NamedMeasure {
  return { measure: null, label, by: 'words' };
}

/** No label is longer than a line, nor ends in a preposition. */
export function tidy(label: string): string {
  return label
    .split(/\s+/)
    .slice(0, 18)
    .join(' ')
    .replace(/[\s,;:-]+$/, '')
    .trim();
}
