import type { Figure } from '../figures/figure.ts';
import { findNumbers, findNumbersBesidePeriods } from '../figures/find.ts';
import { directionBefore } from '../figures/signs.ts';
import { normalise } from '../text/normalise.ts';
import { remember } from '../text/remember.ts';
import { isBareNumber } from './grid.ts';

/** The first figure of a cell, as arithmetic sees it. */
export interface CellValue {
  /** Signed as printed: by sign, arrow, word of direction or accounting brackets. */
  readonly value: number;
  /** It carries a sign, an arrow or a word of direction. */
  readonly signed: boolean;
  /** It is printed with a minus. */
  readonly minus: boolean;
  readonly unit: string | null;
  /** The values that would print so reach this far on either side. */
  readonly half: number;
}

/** The figures of a cell; a bare number may look like a year and is one all the same. */
export function figuresOf(text: string): readonly Figure[] {
  return (isBareNumber(normalise(text)) ? findNumbers(text) : findNumbersBesidePeriods(text)).figures;
}

/** Accounts print a negative figure alone in brackets: "(1,250)". */
export function isNegativeInBrackets(text: string): boolean {
  return /^\s*£?\s*\(\s*-?£?\s*[\d,.]+\s*[mk%]?\s*\)\s*$/i.test(normalise(text));
}

/** What the first figure of a cell is worth; null where the cell states none. */
export const cellValue: (text: string) => CellValue | null = remember((text) => {
  const figure = figuresOf(text)[0];
  if (!figure || figure.form === 'ordinal') return null;
  const direction = directionBefore(text, figure.qualifierStart);
  const negative =
    figure.sign === '-' || (figure.sign === null && (direction === 'down' || isNegativeInBrackets(text)));
  return {
    value: negative ? -figure.value : figure.value,
    minus: /^[-\u2212\u2013]/.test(figure.text),
    signed: figure.sign !== null || direction === 'up' || direction === 'down',
    unit: figure.unit,
    half: 0.5 * 10 ** -figure.decimals * scaleOf(figure),
  };
});

function scaleOf({ text, value }: Figure): number {
  const printed = Number(text.replace(/[^\d.]/g, ''));
  return printed > 0 ? Math.max(1, Math.round(value / printed)) : 1;
}
