import type { FootnoteDefinition, Paragraph, Place } from '@scrutineer/model';
import { paragraph } from '../text/blocks.ts';
import { trimPieces } from '../text/pieces.ts';
import { type LabelNote, paragraphText } from './inline.ts';
import { roman } from './numbering.ts';
import type { NoteType, WordDocument, WordNode } from './word-tree.ts';

/** Labels notes in the order they are referred to: footnotes 1, 2, 3, endnotes i, ii, iii, as Word prints them. */
export function noteLabels(): { readonly label: LabelNote; readonly used: () => readonly UsedNote[] } {
  const used: UsedNote[] = [];
  const label: LabelNote = (noteType, noteId) => {
    const known = used.find((note) => note.noteType === noteType && note.noteId === noteId);
    if (known) return known.label;
    const number = used.filter((note) => note.noteType === noteType).length + 1;
    const note = { noteType, noteId, label: noteType === 'endnote' ? roman(number) : String(number) };
    used.push(note);
    return note.label;
  };
  return { label, used: () => used };
}

interface UsedNote {
  readonly noteType: NoteType;
  readonly noteId: string;
  readonly label: string;
}

export function readNotes(document: WordDocument, used: readonly UsedNote[], index: number): FootnoteDefinition[] {
  return used.flatMap((note) => {
    const body = document.notes.resolve(note)?.body;
    const place: Place = { kind: 'block', index };
    return body ? [{ type: 'footnoteDefinition', identifier: note.label, children: noteParagraphs(body, place) }] : [];
  });
}

function noteParagraphs(body: readonly WordNode[], place: Place): Paragraph[] {
  return body.flatMap((node) => {
    if (node.type !== 'paragraph') return 'children' in node ? noteParagraphs(node.children, place) : [];
    const children = trimPieces(paragraphText(node.children, place, () => '').pieces);
    return children.length > 0 ? [paragraph(children)] : [];
  });
}
