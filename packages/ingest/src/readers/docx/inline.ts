import type { Mark, Place, Text } from '@scrutineer/model';
import { piece } from '../text/pieces.ts';
import { paragraphIndex } from './prepare-body.ts';
import type { NoteType, RunProperties, WordNode } from './word-tree.ts';

/** The text of a paragraph; spans are given when the paper is laid out. */
export interface ParagraphText {
  readonly pieces: readonly Text[];
  /** Index of the paragraph's facts; null where it has none (footnotes). */
  readonly index: number | null;
}

/** Gives the printed label of a note, and remembers that it was referred to. */
export type LabelNote = (noteType: NoteType, noteId: string) => string;

export function paragraphText(nodes: readonly WordNode[], place: Place, labelNote: LabelNote): ParagraphText {
  const pieces: Text[] = [];
  let index: number | null = null;
  const add = (value: string, marks: readonly Mark[]) => {
    const last = pieces.at(-1);
    const same = last && value !== '\n' && last.value !== '\n' && (last.marks ?? []).join() === marks.join();
    if (same) pieces[pieces.length - 1] = draftPiece(last.value + value, place, marks);
    else if (value !== '') pieces.push(draftPiece(value, place, marks));
  };
  const visit = (node: WordNode, marks: readonly Mark[]) => {
    if (node.type === 'text') add(node.value.replace(/\u00ad/g, '').replace(/[\r\n]+/g, ' '), marks);
    else if (node.type === 'tab') add('\t', marks);
    else if (node.type === 'break') add(node.breakType === 'line' ? '\n' : '', []);
    else if (node.type === 'checkbox') add(node.checked ? '☒' : '☐', marks);
    else if (node.type === 'noteReference') {
      add(labelNote(node.noteType, node.noteId), [
        ...marks.filter((mark) => mark !== 'superscript'),
        'footnote-reference',
      ]);
    } else if (node.type === 'bookmarkStart') index = paragraphIndex(node.name) ?? index;
    else if ('children' in node) for (const child of node.children) visit(child, withMarks(marks, node));
  };
  for (const node of nodes) visit(node, []);
  return { pieces, index };
}

/** A piece whose span will be set later; its length is right, so that it can be cut. */
export function draftPiece(value: string, place: Place, marks: readonly Mark[] = []): Text {
  return piece(value, { start: 0, end: value.length }, place, marks);
}

function withMarks(marks: readonly Mark[], node: WordNode): readonly Mark[] {
  if (node.type === 'hyperlink') return [...new Set<Mark>([...marks, 'link'])];
  return node.type === 'run' ? [...new Set([...marks, ...runMarks(node)])] : marks;
}

function runMarks(run: RunProperties): Mark[] {
  const marks: Mark[] = [];
  if (run.isBold || /^strong$/i.test(run.styleName ?? '')) marks.push('strong');
  if (run.isItalic || /^emphasis$/i.test(run.styleName ?? '')) marks.push('emphasis');
  if (run.verticalAlignment === 'superscript') marks.push('superscript');
  if (run.verticalAlignment === 'subscript') marks.push('subscript');
  return marks;
}
