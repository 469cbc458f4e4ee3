import { deflateSync } from 'node:zlib';
import type { Bomb } from './docx-bombs.ts';
import { packedForPdf, type Unpacked } from './packed.ts';

const TEXT = 'BT /F1 12 Tf 50 700 Td (Robbery rose by 5% in 2019.) Tj ET\n';
const FONT = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>';
/** Forms in which each draws the next so often. */
const FORMS = 9;

/** PDF files that unpack to, or take, much more than they are. */
export const PDF_BOMBS: Readonly<Record<string, Bomb>> = {
  'PDF: blanks on a page': (size) => pdf({ content: flate({ before: TEXT, piece: ' ', size }) }),
  'PDF: operators on a page': (size) => pdf({ content: flate({ before: TEXT, piece: '0 0 m 9 9 l S\n', size }) }),
  'PDF: text on a page': (size) => pdf({ content: flate({ piece: TEXT, size }) }),
  'PDF: saved states': (size) => pdf({ content: flate({ before: TEXT, piece: 'q ', size }) }),
  'PDF: packed twice': (size) => {
    const twice = deflateSync(packedForPdf({ before: TEXT, piece: ' ', size }), { level: 9 });
    return pdf({ content: stream('/Filter [/FlateDecode /FlateDecode]', twice) });
  },
  'PDF: one picture': (size) => {
    const side = Math.floor(Math.sqrt(size * 2 ** 20));
    const picture = `/Type /XObject /Subtype /Image /Width ${side} /Height ${side} /ColorSpace /DeviceGray /BitsPerComponent 8`;
    return pdf({
      content: flate({ piece: `${TEXT}q 500 0 0 500 0 0 cm /X1 Do Q\n`, size: 0 }),
      resources: '/XObject << /X1 6 0 R >>',
      objects: [flate({ piece: '\0', size }, picture)],
    });
  },
  'PDF: forms within forms': (size) => {
    const form = (index: number) => {
      const next = index + 1 < FORMS ? `/Resources << /XObject << /X1 ${7 + index} 0 R >> >>` : '';
      const draws = index + 1 < FORMS ? '/X1 Do '.repeat(Math.ceil(size ** (1 / 3))) : '0 0 m 9 9 l S ';
      return stream(`/Type /XObject /Subtype /Form /BBox [0 0 9 9] ${next}`, Buffer.from(draws));
    };
    return pdf({
      content: stream('', Buffer.from(`${TEXT}/X1 Do`)),
      resources: '/XObject << /X1 6 0 R >>',
      objects: Array.from({ length: FORMS }, (_, index) => form(index)),
    });
  },
  'PDF: a font': (size) =>
    pdf({
      font: '<< /Type /Font /Subtype /TrueType /BaseFont /A /FirstChar 32 /LastChar 33 /Widths [500 500] /FontDescriptor 6 0 R >>',
      objects: [
        '<< /Type /FontDescriptor /FontName /A /Flags 4 /FontBBox [0 0 9 9] /ItalicAngle 0 /Ascent 9 /Descent 0 /CapHeight 9 /StemV 9 /FontFile2 7 0 R >>',
        flate({ piece: '\0\u0001', size }),
      ],
    }),
  'PDF: a map of signs': (size) =>
    pdf({
      font: '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 6 0 R >>',
      objects: [flate({ before: 'begincmap\n', piece: '1 beginbfchar\n<41> <0042>\nendbfchar\n', size })],
    }),
  'PDF: one page again and again': (size) =>
    pdf({ pages: `3 0 R ${'3 0 R '.repeat(size * 1000)}`, count: size * 1000 }),
};

interface Parts {
  readonly content?: Buffer;
  readonly font?: string;
  readonly resources?: string;
  /** From number 6 on. */
  readonly objects?: readonly (Buffer | string)[];
  readonly pages?: string;
  readonly count?: number;
}

function pdf({ content, font = FONT, resources = '', objects = [], pages = '3 0 R', count = 1 }: Parts): Buffer {
  const page = `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> ${resources} >> >>`;
  const bodies = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${pages}] /Count ${count} >>`,
    page,
    content ?? stream('', Buffer.from(TEXT)),
    font,
    ...objects,
  ];
  const chunks = [Buffer.from('%PDF-1.7\n')];
  const offsets: number[] = [];
  let length = chunks[0]!.length;
  for (const [index, body] of bodies.entries()) {
    offsets.push(length);
    const chunk = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), Buffer.from(body), Buffer.from('\nendobj\n')]);
    chunks.push(chunk);
    length += chunk.length;
  }
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = offsets.length + 1;
  const end = `xref\n0 ${size}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${length}\n%%EOF\n`;
  return Buffer.concat([...chunks, Buffer.from(end)]);
}

function flate(unpacked: Unpacked, dictionary = ''): Buffer {
  const { before = '', piece, size } = unpacked;
  return stream(`${dictionary} /Filter /FlateDecode`, size > 0 ? packedForPdf(unpacked) : deflateSync(before + piece));
}

function stream(dictionary: string, data: Uint8Array): Buffer {
  const before = `<< ${dictionary} /Length ${data.length} >>\nstream\n`;
  return Buffer.concat([Buffer.from(before), data, Buffer.from('\nendstream')]);
}
