// Reads sentences as papers are read: each is a paragraph of a paper of its own, and gives observations.
import { extract } from '@scrutineer/extract';
import type { PaperTree } from '@scrutineer/model';
import { printRate } from './rate.ts';

await printRate((sentence) => extract(paperOf(sentence), { id: 'paper' }));

function paperOf(text: string): PaperTree {
  const place = { kind: 'line', line: 1 } as const;
  const children = [{ type: 'text', value: text, span: { start: 0, end: text.length }, place }] as const;
  return { type: 'root', mediaType: 'text/markdown', text, pages: null, children: [{ type: 'paragraph', children }] };
}
