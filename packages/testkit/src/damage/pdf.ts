import { deflateSync, inflateSync } from 'node:zlib';
import { type Dice, severalTimes } from './dice.ts';

const ODD_NUMBERS = ['0', '-1', '0.0001', '1e3', '99999', '-32768', '2147483648', '.5', '--3'];
const ODD_NAMES = ['/X', '/F1', '/DeviceGray', '/Identity-H', '/Type3', '/Null'];
const ODD_OPERATORS = [
  'Q',
  'q',
  'ET',
  'BT',
  'W n',
  'f',
  'S',
  '0 0 0 0 0 0 cm',
  '3 Tr',
  '-100 Tc',
  '0 Tz',
  'EMC',
  '/X Do',
];
const MOST_DAMAGES = 8;

/** An object of a PDF file; what stands between `obj` and `endobj`, one sign a byte. */
interface PdfObject {
  readonly number: number;
  readonly body: string;
}

/**
 * A PDF file whose table of objects is right and whose objects parse, with several things wrong in them: operators of
 * pages and their numbers, values of dictionaries, references to other objects.
 *
 * @param bytes a PDF file with a plain table of objects
 */
export function damagedPdf(bytes: Uint8Array, dice: Dice): Uint8Array {
  const text = Buffer.from(bytes).toString('latin1');
  const objects = severalTimes(objectsOf(text), MOST_DAMAGES, dice, (all) => {
    const at = dice.below(all.length);
    return all.with(at, { ...all[at]!, body: damagedBody(all[at]!.body, all, dice) });
  });
  const trailer = text.slice(text.lastIndexOf('trailer'), text.lastIndexOf('startxref'));
  return Buffer.from(written(objects, trailer), 'latin1');
}

/** The objects in the order of the file, cut where its table says that each begins. */
function objectsOf(text: string): PdfObject[] {
  const table = text.lastIndexOf('\nxref');
  const entries = text.slice(table, text.lastIndexOf('trailer')).matchAll(/^(\d{10}) \d{5} n/gm);
  const starts = Array.from(entries, ([, offset]) => Number(offset)).sort((a, b) => a - b);
  return starts.map((start, index) => {
    const part = text.slice(start, starts[index + 1] ?? table);
    const begin = part.indexOf('obj') + 'obj'.length;
    return { number: Number.parseInt(part, 10), body: part.slice(begin, part.lastIndexOf('endobj')).trim() };
  });
}

function damagedBody(body: string, all: readonly PdfObject[], dice: Dice): string {
  const at = body.indexOf('stream');
  if (at < 0) return damagedDictionary(body, all, dice);
  const content = contentOf(body, at);
  // Fonts and pictures have streams that are no operators: what tells of them is damaged instead.
  if (content === null || dice.chance(0.2)) return damagedDictionary(body.slice(0, at), all, dice) + body.slice(at);
  const packed = deflateSync(Buffer.from(damagedContent(content, dice), 'latin1')).toString('latin1');
  const dictionary = body.slice(0, at).replace(/\/Length \d+/, `/Length ${packed.length}`);
  return `${dictionary}stream\n${packed}\nendstream`;
}

/** The operators of a page; null where the stream is none. */
function contentOf(body: string, at: number): string | null {
  if (!body.slice(0, at).includes('/FlateDecode')) return null;
  const begin = body.indexOf('\n', at) + 1;
  try {
    const packed = Buffer.from(body.slice(begin, body.lastIndexOf('endstream')), 'latin1');
    const content = inflateSync(packed).toString('latin1');
    return /\b(?:T[jJ]|re|cm)\b/.test(content.slice(0, 2000)) ? content : null;
  } catch {
    return null;
  }
}

function damagedContent(content: string, dice: Dice): string {
  const lines = content.split('\n');
  const [at, other] = [dice.below(lines.length), dice.below(lines.length)];
  const share = dice.oneOf([0.001, 0.01, 0.1]);
  switch (dice.below(6)) {
    case 0:
      return lines.toSpliced(at, 1 + dice.below(5)).join('\n');
    case 1:
      return lines.toSpliced(at, 0, ...lines.slice(other, other + dice.below(30))).join('\n');
    case 2:
      return lines.with(at, lines[other]!).with(other, lines[at]!).join('\n');
    case 3:
      return lines.toSpliced(at, 0, dice.oneOf(ODD_OPERATORS)).join('\n');
    case 4:
      return content.replace(/-?\d+\.?\d*/g, (number) => (dice.chance(share) ? dice.oneOf(ODD_NUMBERS) : number));
    default:
      return content.replace(/<[\da-f]+>/gi, (shown) => (dice.chance(share) ? `<${shown.slice(3, -1)}41>` : shown));
  }
}

function damagedDictionary(dictionary: string, all: readonly PdfObject[], dice: Dice): string {
  const changed = (pattern: RegExp, instead: () => string) =>
    dictionary.replace(pattern, (whole) => (dice.chance(0.3) ? instead() : whole));
  switch (dice.below(4)) {
    case 0:
      return changed(/(?<=[ [])\d+(?=[ \]]|$)(?! \d+ R| R)/gm, () => dice.oneOf(ODD_NUMBERS));
    case 1:
      return changed(/\b\d+ 0 R\b/g, () => `${dice.oneOf(all).number} 0 R`);
    case 2:
      return changed(/(?<=\/\w{1,20} )\/\w+/g, () => dice.oneOf(ODD_NAMES));
    default:
      return changed(/^\/(?!Length|Filter)\w{1,20} [^\n<>]*$/gm, () => '');
  }
}

/** The file, with a table that is right. */
function written(objects: readonly PdfObject[], trailer: string): string {
  const parts = ['%PDF-1.7\n'];
  const offsets = new Map<number, number>();
  let length = parts[0]!.length;
  for (const { number, body } of objects) {
    offsets.set(number, length);
    const part = `${number} 0 obj\n${body}\nendobj\n`;
    parts.push(part);
    length += part.length;
  }
  const size = Math.max(0, ...offsets.keys()) + 1;
  const rows = Array.from({ length: size }, (_, number) => {
    const offset = offsets.get(number);
    return offset === undefined ? '0000000000 65535 f \n' : `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  return `${parts.join('')}xref\n0 ${size}\n${rows.join('')}${trailer}startxref\n${length}\n%%EOF\n`;
}
