import type { Dice } from './dice.ts';
import { damagedWords } from './words.ts';

/** What a line may begin with by mistake. */
const BEGINNINGS = [
  '# ',
  '###### ',
  '> ',
  '- ',
  '1. ',
  '99999. ',
  '    ',
  '\t',
  '| ',
  '|',
  '```\n',
  '---\n',
  '[^1]: ',
  '***',
];
const BLOCKS = [
  '| --- | --- |',
  '|||||',
  '<table><tr><td colspan=99>5%',
  '<!--',
  '-->',
  '</table>',
  '<details>',
  '[x]: y',
  '===',
  '---',
  '```',
  '$$',
  '&#0;&amp;&nbsp;',
];
const DEEPEST = 40;
const MOST_COPIES = 30;

/** Markdown with a line or two out of place, or with wrong signs in it: text all the same. */
export function damagedMarkdown(text: string, dice: Dice): string {
  const lines = text.split('\n');
  const at = dice.below(lines.length);
  const other = dice.below(lines.length);
  const line = lines[at]!;
  const withLine = (...instead: readonly string[]) => lines.toSpliced(at, 1, ...instead).join('\n');
  switch (dice.below(9)) {
    case 0:
      return withLine();
    case 1:
      return withLine(...Array.from({ length: 1 + dice.below(MOST_COPIES) }, () => line));
    case 2:
      return lines.with(at, lines[other]!).with(other, line).join('\n');
    case 3:
      return withLine(dice.oneOf(BEGINNINGS).repeat(1 + dice.below(3)) + line);
    case 4:
      return withLine(dice.oneOf(['> ', '- ', '  ']).repeat(dice.below(DEEPEST)) + line);
    case 5:
      return withLine(line, dice.oneOf(BLOCKS));
    case 6:
      return withLine(line.split('|').toSpliced(dice.below(5), dice.below(2), 'a', ' ').join('|'));
    case 7:
      return withLine(line + (lines[at + 1] ?? ''));
    default:
      return withLine(damagedWords(line, dice));
  }
}
