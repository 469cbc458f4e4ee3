import type { Fact, PaperTree } from '@scrutineer/model';
import { leafText } from '@scrutineer/model';
import { type FrontLine, factAt } from './front-matter.ts';

const ITEM = /^\s*(?:agenda\s+)?item\s*(?:no\.?|number)?\s*:?\s*(\d{1,2}[a-z]?(?:\.\d)?)\s*$/i;

/** The agenda item's number, from the front of the paper or its running header. */
export function readItemNumber(tree: PaperTree, lines: readonly FrontLine[]): Fact<string> | null {
  const furniture = tree.children.flatMap((block) =>
    block.type === 'furniture' ? [{ leaf: block, text: leafText(block), label: null }] : [],
  );
  for (const { leaf, text, label } of [...lines, ...furniture]) {
    const match =
      ITEM.exec(text) ??
      (label !== null && /^(?:agenda )?item(?: no| number)?$/.test(label) ? /(\d{1,2}[a-z]?)\s*$/i.exec(text) : null);
    if (!match) continue;
    const start = match.index + match[0].lastIndexOf(match[1]!);
    return factAt(match[1]!, leaf, start, start + match[1]!.length);
  }
  return null;
}
