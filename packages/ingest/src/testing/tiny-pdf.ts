/** A page of a fixture: what it draws, in points from the top left of an upright A4 page. */
export interface TinyPage {
  readonly content: readonly string[];
  /** Degrees by which viewers turn the page clockwise. */
  readonly rotate?: 0 | 90 | 180 | 270;
  /** `[left, bottom, right, top]` in PDF's own coordinates. */
  readonly cropBox?: readonly [number, number, number, number];
}

const WIDTH = 595;
const HEIGHT = 842;

/**
 * Writes a small PDF in the standard fonts.
 *
 * @param options.objects more objects; the first has the number 5 + twice the number of pages
 * @param options.resources more resources of each page, which may name them
 */
export function tinyPdf(
  pages: readonly TinyPage[],
  options: { readonly password?: boolean; readonly resources?: string; readonly objects?: readonly string[] } = {},
): Uint8Array {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, index) => `${5 + index * 2} 0 R`).join(' ')}] >>`,
    font('Helvetica'),
    font('Helvetica-Bold'),
    ...pages.flatMap((page, index) => [
      pageObject(page, 6 + index * 2, options.resources ?? ''),
      stream(page.content.join('\n')),
    ]),
    ...(options.objects ?? []),
  ];
  // A dictionary of encryption that no empty password opens is all it takes to be locked.
  const lock = `/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${'0a'.repeat(32)}> /U <${'0b'.repeat(32)}> >>`;
  return assemble(objects, options.password ? `${lock} /ID [<00> <00>]` : '');
}

function font(name: string): string {
  return `<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding >>`;
}

function pageObject({ rotate = 0, cropBox }: TinyPage, content: number, more: string): string {
  const crop = cropBox ? `/CropBox [${cropBox.join(' ')}]` : '';
  const resources = `/Resources << /Font << /F1 3 0 R /F2 4 0 R >> ${more} >>`;
  const box = `/MediaBox [0 0 ${WIDTH} ${HEIGHT}] ${crop} /Rotate ${rotate}`;
  return `<< /Type /Page /Parent 2 0 R ${box} ${resources} /Contents ${content} 0 R >>`;
}

function stream(content: string): string {
  return `<< /Length ${content.length} >>\nstream\n${content}\nendstream`;
}

function assemble(objects: readonly string[], trailer: string): Uint8Array {
  let text = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const start = text.length;
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}`;
  text += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`;
  return new Uint8Array(Buffer.from(text, 'latin1'));
}

/** Text whose letters stand on the line at `y`. */
export function textAt(
  x: number,
  y: number,
  value: string,
  options: { size?: number; bold?: boolean; rise?: number } = {},
) {
  const { size = 10, bold = false, rise = 0 } = options;
  const escaped = value.replace(/[\\()]/g, (sign) => `\\${sign}`);
  return `BT /F${bold ? 2 : 1} ${size} Tf ${x} ${HEIGHT - y + rise} Td (${escaped}) Tj ET`;
}

export function lineBetween(x1: number, y1: number, x2: number, y2: number): string {
  return `0.5 w ${x1} ${HEIGHT - y1} m ${x2} ${HEIGHT - y2} l S`;
}

export function filledBox(left: number, top: number, right: number, bottom: number, gray = 0): string {
  return `${gray} g ${left} ${HEIGHT - bottom} ${right - left} ${bottom - top} re f 0 g`;
}

/** The lines of a grid, with the text of its cells (null: no line on the left of this cell, it is merged). */
export function ruledTable(
  columns: readonly number[],
  top: number,
  rows: readonly (readonly (string | null)[])[],
): string[] {
  const height = 20;
  const bottom = top + rows.length * height;
  const across = rows
    .concat([[]])
    .map((_, row) => lineBetween(columns[0]!, top + row * height, columns.at(-1)!, top + row * height));
  const edge = columns.at(-1)!;
  const drawn = rows.flatMap((cells, row) => {
    const y = top + row * height;
    return cells.flatMap((cell, column) => {
      if (cell === null) return [];
      const x = columns[column]!;
      return [lineBetween(x, y, x, y + height), textAt(x + 4, y + 14, cell)];
    });
  });
  return [...across, lineBetween(edge, top, edge, bottom), ...drawn];
}
