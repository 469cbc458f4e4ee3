import JSZip from 'jszip';
import mammoth from 'mammoth';

/**
 * Mammoth's own document tree: the parts of it that are read here. Its shape is not promised between versions, so the
 * version is pinned and the fixtures cover it.
 */
export type WordNode =
  | { readonly type: 'paragraph'; readonly children: readonly WordNode[] }
  | ({ readonly type: 'run'; readonly children: readonly WordNode[] } & RunProperties)
  | { readonly type: 'hyperlink'; readonly children: readonly WordNode[] }
  | { readonly type: 'table'; readonly children: readonly WordNode[] }
  | { readonly type: 'tableRow'; readonly children: readonly WordNode[]; readonly isHeader: boolean }
  | {
      readonly type: 'tableCell';
      readonly children: readonly WordNode[];
      readonly colSpan: number;
      readonly rowSpan: number;
    }
  | { readonly type: 'text'; readonly value: string }
  | { readonly type: 'tab' }
  | { readonly type: 'break'; readonly breakType: string }
  | { readonly type: 'checkbox'; readonly checked: boolean }
  | { readonly type: 'noteReference'; readonly noteType: NoteType; readonly noteId: string }
  | { readonly type: 'bookmarkStart'; readonly name: string }
  | { readonly type: 'image' | 'commentReference' };

export type NoteType = 'footnote' | 'endnote';

export interface RunProperties {
  readonly isBold: boolean;
  readonly isItalic: boolean;
  readonly styleName: string | null;
  readonly verticalAlignment: string;
}

export interface WordDocument {
  readonly type: 'document';
  readonly children: readonly WordNode[];
  readonly notes: {
    resolve(reference: { noteType: NoteType; noteId: string }): { readonly body: readonly WordNode[] } | null;
  };
}

/** Reads the parts of a Word file (path -> XML) with mammoth; pictures are not among them and not needed. */
export async function readWordTree(parts: ReadonlyMap<string, string>): Promise<WordDocument> {
  const zip = new JSZip();
  for (const [path, xml] of parts) zip.file(path, xml);
  const buffer = await zip.generateAsync({ type: 'nodebuffer', compression: 'STORE' });
  let document: WordDocument | null = null;
  const capture = (read: WordDocument) => {
    document = read;
    return { ...read, children: [] };
  };
  await mammoth.convertToHtml({ buffer }, { transformDocument: capture });
  if (!document) throw new Error('mammoth gave no document');
  return document;
}
