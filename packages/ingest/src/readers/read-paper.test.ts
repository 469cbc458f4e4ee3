import { randomBytes } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import { failureReason, MEDIA_TYPES } from '@scrutineer/model';
import JSZip from 'jszip';
import { readTree } from '../testing/read-fixture.ts';
import { tinyDocx, wordParagraph } from '../testing/tiny-docx.ts';
import { textAt, tinyPdf } from '../testing/tiny-pdf.ts';
import { leavesOf } from '../testing/tree-rules.ts';
import { MOST_PAPER_BYTES } from './limits.ts';
import { checkByteLength, readPaper } from './read-paper.ts';

const pdf = () => tinyPdf([{ content: [textAt(50, 60, 'Theft rose by 5%.')] }]);
const docx = () => tinyDocx({ body: wordParagraph('Theft rose by 5%.') });
const half = (bytes: Uint8Array) => bytes.slice(0, Math.floor(bytes.length / 2));
const bytesOf = (text: string) => new TextEncoder().encode(text);

async function zipOf(name: string): Promise<Uint8Array> {
  return new JSZip().file(name, 'x').generateAsync({ type: 'uint8array' });
}

/** A ZIP whose one entry claims fewer bytes than it unpacks to, or more than may be unpacked. */
function bomb(claimed: number, content: Uint8Array): Uint8Array {
  const packed = deflateRawSync(content);
  const name = Buffer.from('word/document.xml');
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(name.length, 26);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(packed.length, 20);
  entry.writeUInt32LE(claimed, 24);
  entry.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(local.length + name.length + packed.length, 16);
  return new Uint8Array(Buffer.concat([local, name, packed, entry, name, end]));
}

const oldWord = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Array(600).fill(0)]);
const lockedWord = new Uint8Array(Buffer.concat([oldWord, Buffer.from('EncryptedPackage', 'utf16le')]));
const png = Uint8Array.from([
  0x89,
  0x50,
  0x4e,
  0x47,
  0x0d,
  0x0a,
  0x1a,
  0x0a,
  0,
  0,
  0,
  13,
  0x49,
  0x48,
  0x44,
  0x52,
  ...new Array(40).fill(0),
]);
const jpeg = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, ...new Array(40).fill(0)]);

const refused: readonly (readonly [what: string, bytes: () => Uint8Array | Promise<Uint8Array>, reason: RegExp])[] = [
  ['an empty file', () => new Uint8Array(), /^p is empty; check/],
  ['a file of blanks', () => bytesOf(' \n\t\n'), /^p holds nothing but blanks;/],
  ['a truncated PDF', () => half(pdf()), /^p is a PDF whose end is missing; download it again$/],
  ['a PDF without a body', () => bytesOf('%PDF-1.4\n%%EOF'), /^p is a damaged or truncated PDF;/],
  [
    'a locked PDF',
    () => tinyPdf([{ content: [] }], { password: true }),
    /^p is protected with a password; save a copy/,
  ],
  ['a truncated DOCX', async () => half(await docx()), /^p is a Word or ZIP file whose end is missing;/],
  ['a DOCX with broken XML', () => tinyDocx({ body: '<w:p>' }), /^p is a damaged Word file;/],
  ['a locked DOCX', () => lockedWord, /^p is protected with a password;/],
  ['an old Word file', () => oldWord, /^p is a file of Word 97-2003 \(\.doc\); open it in Word and save it as \.docx$/],
  ['a workbook', () => zipOf('xl/workbook.xml'), /^p is an Excel workbook; papers are read from/],
  ['a ZIP', () => zipOf('a.txt'), /^p is a ZIP archive without a Word document in it;/],
  ['a rich text file', () => bytesOf('{\\rtf1 5%}'), /^p is a rich text file \(\.rtf\);/],
  ['a PNG picture', () => png, /^p is a picture of type png;/],
  ['a JPEG picture', () => jpeg, /^p is a picture of type jpg;/],
  ['a bomb that says so', () => bomb(0x7fffffff, new Uint8Array(1)), /^p unpacks to more than 512 MiB;/],
  ['a bomb that hides', () => bomb(10, new Uint8Array(1_000_000)), /^p unpacks to more than 512 MiB;/],
  ['noise', () => new Uint8Array(randomBytes(4096)), /^p is neither text nor a kind of document that is known;/],
  ['bytes that are no text in any encoding', () => new Uint8Array(900).fill(0xc3), /^p is neither text/],
];

describe('bad input', () => {
  test.each(refused)('%s is refused in one sentence', async (_, make, reason) => {
    const result = await readPaper(await make(), 'p');
    expect(result.status).toBe('failed');
    expect(failureReason(result.messages)).toMatch(reason);
  });

  test('a paper above the limit is refused before it is read', () => {
    const result = checkByteLength(300 * 2 ** 20, 'big.pdf');
    expect(result && failureReason(result.messages)).toBe(
      'big.pdf has 300 MiB, and papers of up to 256 MiB are read; split it',
    );
    expect(checkByteLength(MOST_PAPER_BYTES, 'big.pdf')).toBeNull();
  });
});

describe('file type', () => {
  test('is told by content, whatever the name says', async () => {
    const html = bytesOf('<!-- saved -->\n<html lang="en"><p>Theft rose by 5%.</p></html>');
    const types = [
      await readTree(pdf(), 'a.md'),
      await readTree(await docx(), 'a.pdf'),
      await readTree(html, 'a.docx'),
    ];
    expect(types.map((tree) => tree.mediaType)).toEqual([MEDIA_TYPES.pdf, MEDIA_TYPES.docx, MEDIA_TYPES.html]);
    expect(
      types.map((tree) =>
        leavesOf(tree)[0]!
          .children.map((text) => text.value)
          .join(''),
      ),
    ).toEqual(new Array(3).fill('Theft rose by 5%.'));
  });

  test('a PDF may have a few bytes before its header', async () => {
    const bytes = new Uint8Array(Buffer.concat([Buffer.from('HTTP/1.1 200\r\n\r\n'), pdf()]));
    expect((await readTree(bytes, 'a.pdf')).mediaType).toBe(MEDIA_TYPES.pdf);
  });

  test('Markdown that begins with HTML is Markdown', async () => {
    const tree = await readTree('<div align="center">Crest</div>\n\n## Crime\n\nTheft rose by 5%.\n', 'a');
    expect(tree.mediaType).toBe(MEDIA_TYPES.markdown);
  });

  test.each([
    [
      'a sign of windows-1252',
      '# Title\n\nSpent \xa35m \x96 as planned.\n',
      'line 3, character 7 (byte A3 at offset 15)',
    ],
    ['lines that end as on Windows', 'a\r\nb\r\n\xa35m\r\n', 'line 3, character 1 (byte A3 at offset 6)'],
    [
      'characters of several bytes before it',
      'Caf\xc3\xa9s cost \xa35m',
      'line 1, character 12 (byte A3 at offset 12)',
    ],
    [
      'a byte order mark before it',
      '\xef\xbb\xbfIt cost \xa35m in the year',
      'line 1, character 9 (byte A3 at offset 11)',
    ],
    ['a character cut off at the end', 'It cost us five \xe2\x82', 'line 1, character 17 (byte E2 at offset 16)'],
    ['a lead byte that nothing follows', 'It cost \xefve pounds', 'line 1, character 9 (byte EF at offset 8)'],
    [
      'HTML that declares no charset',
      '<html><p>It cost \xa35m</p></html>',
      'line 1, character 18 (byte A3 at offset 17)',
    ],
    [
      'HTML that declares UTF-8',
      '<html><meta charset="utf-8"><p>It cost \xa35m</p></html>',
      'line 1, character 40 (byte A3 at offset 39)',
    ],
  ])('text that is not UTF-8 is refused with the place: %s', async (_, latin1, place) => {
    const result = await readPaper(new Uint8Array(Buffer.from(latin1, 'latin1')), 'old.md');
    expect(result.status).toBe('failed');
    expect(failureReason(result.messages)).toBe(`old.md is not valid UTF-8 at ${place}; save it as UTF-8`);
  });

  test.each([
    '<!doctype html><meta charset="windows-1252">',
    '<html><head><meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1"></head>',
    '<?xml version="1.0" encoding="ISO-8859-1"?><html>',
  ])('HTML is read in the charset it declares: %s', async (start) => {
    const page = `${start}<p>Spending was \xa35m \x96 as planned.</p>`;
    const result = await readPaper(new Uint8Array(Buffer.from(page, 'latin1')), 'old.html');
    expect(result).toMatchObject({ status: 'complete', messages: [] });
    expect(result.status !== 'failed' && result.value.text).toContain('Spending was £5m – as planned.');
  });

  test('UTF-16 with a byte order mark is read', async () => {
    const tree = await readTree(new Uint8Array(Buffer.from('\ufeffTheft rose by £5.', 'utf16le')), 'a.md');
    expect(tree.text).toBe('Theft rose by £5.');
  });

  test('a paper without a figure is a paper', async () => {
    expect(await readPaper(bytesOf('# Title\n\nNothing to report.\n'), 'a.md')).toMatchObject({ status: 'complete' });
  });

  test.each(['>', '- '])('ten thousand nested "%s" are a sentence like any other', async (mark) => {
    const tree = await readTree(bytesOf(`${mark.repeat(10_000)} Burglary rose by 5%.`), 'a.md');
    expect(tree.text).toContain('Burglary rose by 5%.');
  });

  test('what is nested deeper than can be read is refused in one sentence', async () => {
    const result = await readPaper(bytesOf(`<!doctype html>${'<div>'.repeat(100_000)}5%`), 'a.html');
    expect(failureReason(result.messages)).toBe(
      'a.html has lists, quotes or tables nested too deeply to be read; save it anew in the program it came from',
    );
  });
});

test('characters that no text can hold are replaced one for one, so that offsets point where they did', async () => {
  const body = '<w:p><w:r><w:t>Theft &#0;rose&#xD800; by 5%.</w:t></w:r></w:p>';
  const tree = await readTree(await tinyDocx({ body }), 'a.docx');
  expect(tree.text).toBe('Theft \ufffdrose\ufffd by 5%.\n');
  for (const { value, span } of leavesOf(tree).flatMap(({ children }) => children))
    expect(tree.text.slice(span.start, span.end)).toBe(value);
});
