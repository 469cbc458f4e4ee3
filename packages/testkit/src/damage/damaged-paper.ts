import { diceOf, severalTimes } from './dice.ts';
import { damagedDocx } from './docx.ts';
import { damagedMarkdown } from './markdown.ts';
import { damagedHtml } from './markup.ts';
import { damagedPdf } from './pdf.ts';

export const DAMAGED_FORMATS = ['markdown', 'html', 'docx', 'pdf'] as const;
export type DamagedFormat = (typeof DAMAGED_FORMATS)[number];

const MOST_DAMAGES = 8;

/**
 * A paper that was damaged inside, so that what opens its format still opens it: valid UTF-8, a whole ZIP of well-formed
 * XML, a PDF whose table of objects is right. The same seed does the same damage.
 */
export async function damagedPaper(format: DamagedFormat, bytes: Uint8Array, seed: number): Promise<Uint8Array> {
  const dice = diceOf(seed);
  if (format === 'docx') return damagedDocx(bytes, dice);
  if (format === 'pdf') return damagedPdf(bytes, dice);
  const damage = format === 'html' ? damagedHtml : damagedMarkdown;
  const text = severalTimes(new TextDecoder().decode(bytes), MOST_DAMAGES, dice, (whole) => damage(whole, dice));
  return new TextEncoder().encode(text);
}
