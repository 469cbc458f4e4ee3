import { packed, type Unpacked } from './packed.ts';

/** Makes a file that unpacks to so many MiB. */
export type Bomb = (size: number) => Uint8Array;

const NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const DOCUMENT = 'word/document.xml';
const PARAGRAPH = '<w:p><w:r><w:t>Robbery rose by 5%.</w:t></w:r></w:p>';
const BODY = { before: `<w:document ${NAMESPACE}><w:body>`, after: '</w:body></w:document>' };
const RELATIONS = {
  name: '_rels/.rels',
  piece:
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
};
const TYPES = {
  name: '[Content_Types].xml',
  piece:
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
};

/** Word files that unpack to much more than they are. */
export const DOCX_BOMBS: Readonly<Record<string, Bomb>> = {
  'Word: paragraphs': (size) => docx([{ name: DOCUMENT, ...BODY, piece: PARAGRAPH, size }]),
  'Word: one run of text': (size) =>
    docx([
      {
        name: DOCUMENT,
        before: `${BODY.before}<w:p><w:r><w:t>`,
        piece: 'a',
        after: `</w:t></w:r></w:p>${BODY.after}`,
        size,
      },
    ]),
  'Word: cells': (size) =>
    docx([
      {
        name: DOCUMENT,
        before: `${BODY.before}<w:tbl><w:tr>`,
        piece: `<w:tc>${PARAGRAPH}</w:tc>`,
        after: `</w:tr></w:tbl>${BODY.after}`,
        size,
      },
    ]),
  'Word: elements that are never closed': (size) =>
    docx([{ name: DOCUMENT, before: BODY.before, piece: '<w:sdt><w:sdtContent>', size }]),
  'Word: one attribute': (size) =>
    docx([{ name: DOCUMENT, before: `${BODY.before}<w:p w:x="`, piece: 'a', after: `"/>${BODY.after}`, size }]),
  'Word: styles': (size) => withPart('word/styles.xml', 'w:styles', '<w:style w:styleId="a"/>', size),
  'Word: numbering': (size) => withPart('word/numbering.xml', 'w:numbering', '<w:num w:numId="1"/>', size),
  'Word: notes': (size) => withPart('word/footnotes.xml', 'w:footnotes', `<w:footnote>${PARAGRAPH}</w:footnote>`, size),
  'Word: a part that says it is small': (size) =>
    zip([TYPES, RELATIONS, { name: DOCUMENT, ...BODY, piece: PARAGRAPH, size, declared: 1000 }]),
  'Word: one part under many names': (size) => {
    const names = Array.from({ length: size * 4 }, (_, index) => `word/part${index}.xml`);
    const one = { ...BODY, piece: PARAGRAPH, size: 1 };
    return zip([TYPES, RELATIONS, { name: DOCUMENT, ...one }, ...names.map((name) => ({ name, like: DOCUMENT }))]);
  },
};

interface Part extends Partial<Unpacked> {
  readonly name: string;
  /** What the directory says that it has, in bytes; the truth where it is not given. */
  readonly declared?: number;
  /** Another part whose bytes it shares. */
  readonly like?: string;
}

function docx(parts: readonly Part[]): Buffer {
  return zip([TYPES, RELATIONS, ...parts]);
}

function withPart(name: string, root: string, piece: string, size: number): Buffer {
  const part = { name, before: `<${root} ${NAMESPACE}>`, piece, after: `</${root}>`, size };
  return docx([{ name: DOCUMENT, ...BODY, piece: PARAGRAPH, size: 0 }, part]);
}

interface Written {
  readonly offset: number;
  readonly packed: number;
  readonly size: number;
}

/** A ZIP whose directory may say what is not so. */
function zip(parts: readonly Part[]): Buffer {
  const chunks: Buffer[] = [];
  const written = new Map<string, Written>();
  let offset = 0;
  for (const { name, like, declared, before = '', piece = '', after = '', size = 0 } of parts) {
    if (like !== undefined) {
      written.set(name, written.get(like)!);
      continue;
    }
    const data = packed({ before, piece, after: size === 0 ? piece + after : after, size });
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(8, 8);
    local.writeUInt16LE(name.length, 26);
    chunks.push(local, Buffer.from(name), data);
    const truth = Math.ceil(before.length + after.length + piece.length + size * 2 ** 20 * 1.01);
    written.set(name, { offset, packed: data.length, size: declared ?? truth });
    offset += local.length + name.length + data.length;
  }
  const directory = [...written].flatMap(([name, entry]) => [directoryEntry(name, entry), Buffer.from(name)]);
  const length = directory.reduce((sum, chunk) => sum + chunk.length, 0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(written.size, 8);
  end.writeUInt16LE(written.size, 10);
  end.writeUInt32LE(length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...chunks, ...directory, end]);
}

function directoryEntry(name: string, { offset, packed: length, size }: Written): Buffer {
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(length, 20);
  entry.writeUInt32LE(Math.min(size, 0xffffffff), 24);
  entry.writeUInt16LE(name.length, 28);
  entry.writeUInt32LE(offset, 42);
  return entry;
}
