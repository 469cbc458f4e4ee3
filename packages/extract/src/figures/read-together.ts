import { decimal } from './decimal.ts';
import type { Figure } from './figure.ts';
import { scaleFactor } from './units.ts';

/** "between £2.9 and £3.8 million": the scale behind the second is that of both. */
export function withSharedScale(text: string, figures: readonly Figure[]): Figure[] {
  return figures.map((figure, index) => {
    const next = figures[index + 1];
    const before = figures[index - 1];
    const isEnd =
      before?.unit === 'GBP' && figure.unit === null && SCALED.test(figure.text) && isRange(text, before, figure);
    if (isEnd) return { ...figure, unit: 'GBP' };
    const sharesUnit = next?.unit === 'GBP' || (next?.unit === null && next.form === 'digits');
    if (figure.unit !== 'GBP' || !next || !sharesUnit || next.value < 1000 || figure.value >= 1000) return figure;
    const scale = SCALED.exec(next.text)?.[1];
    return scale && isRange(text, figure, next)
      ? { ...figure, value: decimal(figure.value, scaleFactor(scale.trim())) }
      : figure;
  });
}

function isRange(text: string, from: Figure, to: Figure): boolean {
  return /^\s*(?:and|to|-)\s*$/.test(text.slice(from.end, to.start));
}

const SCALED = /\d(\s?(?:bn|billion|million|thousand|mn|[mk]))$/i;

/** "11 minutes 24 seconds" is one length of time, in the smaller unit, in which it is exact. */
export function joinDurations(text: string, figures: readonly Figure[]): Figure[] {
  const joined: Figure[] = [];
  for (const figure of figures) {
    const first = joined.at(-1);
    const factor = first && DURATION_PARTS[`${first.unit}/${figure.unit}`];
    if (!first || !factor || !/^,?\s*(?:and\s+)?$/.test(text.slice(first.unitEnd, figure.start)) || figure.sign) {
      joined.push(figure);
      continue;
    }
    const value = Number((first.value * factor + figure.value).toPrecision(12));
    joined[joined.length - 1] = {
      ...first,
      unit: figure.unit,
      end: figure.end,
      unitEnd: figure.unitEnd,
      value,
      text: text.slice(first.start, figure.end),
    };
  }
  return joined;
}

const DURATION_PARTS: Readonly<Record<string, number>> = {
  'minutes/seconds': 60,
  'hours/minutes': 60,
  'hours/seconds': 3600,
  'days/hours': 24,
  'years/months': 12,
};
