import type { PaperContext } from '../context.ts';
import type { TextPassage } from '../document.ts';
import type { Draft } from '../draft.ts';

export function readNarrative(_passages: readonly TextPassage[], _context: PaperContext, _tables: readonly Draft[]): Draft[] {
  return [];
}
