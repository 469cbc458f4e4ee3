import type { Page, Run } from '../readers/pdf/page.ts';
import type { Ruling } from '../readers/pdf/ruling.ts';

/** Width of a character and distance of two lines of the prints below, in points. */
const CHARACTER = 5;
/** How far a word reaches into the blank after it, in characters: a blank is narrower than a letter. */
const OVERHANG = 0.4;
const LINE = 12;
const SIZE = 10;
const LEFT = 50;
const TOP = 100;

/** A page as lines of characters of one width: words are runs; lines of eight dashes and more are rules. */
export function pageOf(print: string): Page {
  const lines = print.split('\n').slice(1, -1);
  const indent = Math.min(...lines.filter((line) => line.trim() !== '').map((line) => line.search(/\S/)));
  const own = lines.map((line) => line.slice(indent));
  return {
    number: 1,
    width: 595,
    height: 842,
    runs: own.flatMap((line, index) => (isRule(line) ? [] : runsOfLine(line, TOP + index * LINE))),
    unreadable: 0,
    rulings: own.flatMap((line, index) => (isRule(line) ? rulesOf(line, TOP + index * LINE) : [])),
    grids: [],
    drawings: [],
    isBlank: false,
    isCleared: false,
  };
}

function isRule(line: string): boolean {
  return /^[\s-]+$/.test(line) && line.includes('--------');
}

function rulesOf(line: string, baseline: number): Ruling[] {
  return [...line.matchAll(/-+/g)].map(({ 0: { length }, index }) => ({
    axis: 'horizontal',
    at: baseline - SIZE / 3,
    from: LEFT + index * CHARACTER,
    to: LEFT + (index + length) * CHARACTER,
  }));
}

function runsOfLine(line: string, baseline: number): Run[] {
  return [...line.matchAll(/\S+/g)].map(({ 0: text, index }) => ({
    text,
    page: 1,
    box: [
      LEFT + index * CHARACTER,
      baseline - SIZE * 0.75,
      LEFT + (index + text.length + OVERHANG) * CHARACTER,
      baseline + 2,
    ],
    baseline,
    size: SIZE,
    bold: false,
    italic: false,
  }));
}
