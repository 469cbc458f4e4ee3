import type { Element } from '@xmldom/xmldom';
import { elements, parseXml, value, wholeNumber } from './xml.ts';

/** Gives the marker that Word prints before the next paragraph of a list, e.g. "4." or "(b)"; "" prints nothing. */
export type NextMarker = (numberingId: string, level: number) => string | null;

interface Level {
  readonly start: number;
  readonly format: string;
  /** The text with `%1` for the number of level 0, and so on. */
  readonly text: string;
}

interface Numbering {
  /** Lists that share this share their counters. */
  readonly counters: string;
  readonly levels: ReadonlyMap<number, Level>;
}

const LEVELS = 9;

/** Reads word/numbering.xml. The function that it gives counts: call it once for each numbered paragraph, in order. */
export function numberingCounter(xml: string | undefined): NextMarker {
  const numberings = xml ? readNumberings(xml) : new Map<string, Numbering>();
  const counts = new Map<string, (number | undefined)[]>();
  return (id, level) => {
    const numbering = numberings.get(id);
    const own = numbering?.levels.get(level);
    if (!numbering || !own) return null;
    const counters = counts.get(numbering.counters) ?? [];
    counts.set(numbering.counters, counters);
    counters[level] = (counters[level] ?? own.start - 1) + 1;
    counters.length = level + 1;
    return markerOf(own, numbering.levels, counters);
  };
}

function markerOf(level: Level, levels: Numbering['levels'], counters: readonly (number | undefined)[]): string {
  if (level.format === 'bullet') return bulletOf(level.text);
  if (level.format === 'none') return '';
  return level.text.replace(/%(\d)/g, (_, digit: string) => {
    const index = Number(digit) - 1;
    const part = levels.get(index);
    return formatNumber(counters[index] ?? part?.start ?? 1, part?.format ?? 'decimal');
  });
}

/** Bullets of symbol fonts lie in the private use area; all of them read as a bullet. */
function bulletOf(text: string): string {
  return /^[\u2010-\u25ff*-]$/.test(text) ? text : '•';
}

function formatNumber(number: number, format: string): string {
  switch (format) {
    case 'lowerLetter':
      return letters(number);
    case 'upperLetter':
      return letters(number).toUpperCase();
    case 'lowerRoman':
      return roman(number);
    case 'upperRoman':
      return roman(number).toUpperCase();
    case 'decimalZero':
      return String(number).padStart(2, '0');
    default:
      return String(number);
  }
}

/** 1 is "a", 27 is "aa", as Word counts. */
function letters(number: number): string {
  return String.fromCharCode(97 + ((number - 1) % 26)).repeat(Math.floor((number - 1) / 26) + 1);
}

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

export function roman(number: number): string {
  let rest = number;
  let text = '';
  for (const [worth, sign] of ROMAN) {
    while (rest >= worth) {
      text += sign;
      rest -= worth;
    }
  }
  return text;
}

function readNumberings(xml: string): Map<string, Numbering> {
  const root = parseXml(xml).documentElement;
  const parts = root ? elements(root) : [];
  const abstracts = new Map<string, ReadonlyMap<number, Level>>();
  for (const part of parts.filter((element) => element.nodeName === 'w:abstractNum')) {
    abstracts.set(part.getAttribute('w:abstractNumId') ?? '', readLevels(part));
  }
  const numberings = new Map<string, Numbering>();
  for (const part of parts.filter((element) => element.nodeName === 'w:num')) {
    const abstract = value(part, 'w:abstractNumId') ?? '';
    const id = part.getAttribute('w:numId') ?? '';
    numberings.set(id, withOverrides(part, id, abstract, abstracts.get(abstract) ?? new Map()));
  }
  return numberings;
}

function readLevels(parent: Element): Map<number, Level> {
  const levels = new Map<number, Level>();
  for (const element of elements(parent)) {
    const index = wholeNumber(element.getAttribute('w:ilvl'));
    if (element.nodeName !== 'w:lvl' || index === null || index < 0 || index >= LEVELS) continue;
    levels.set(index, {
      start: wholeNumber(value(element, 'w:start')) ?? 1,
      format: value(element, 'w:numFmt') ?? 'decimal',
      text: value(element, 'w:lvlText') ?? '',
    });
  }
  return levels;
}

/** A list that starts anew has counters of its own; all others count on with those of the same definition. */
function withOverrides(part: Element, id: string, abstract: string, shared: ReadonlyMap<number, Level>): Numbering {
  const overrides = elements(part).filter((element) => element.nodeName === 'w:lvlOverride');
  if (overrides.length === 0) return { counters: `abstract ${abstract}`, levels: shared };
  const levels = new Map(shared);
  for (const override of overrides) {
    const index = wholeNumber(override.getAttribute('w:ilvl')) ?? 0;
    const own = readLevels(override).get(index) ?? levels.get(index);
    const start = wholeNumber(value(override, 'w:startOverride'));
    if (own) levels.set(index, start === null ? own : { ...own, start });
  }
  return { counters: `number ${id}`, levels };
}
