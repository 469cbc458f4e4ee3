import JSZip from 'jszip';

const COLUMNS = 10;

/** A table of so many cells: beats down the side, years across, a count in each. */
export interface LargeTable {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export function largeTable(cells: number): LargeTable {
  const header = ['Beat', ...Array.from({ length: COLUMNS - 1 }, (_, column) => `${2010 + column}/${11 + column}`)];
  const rows = Array.from({ length: cells / COLUMNS }, (_, row) => [
    `Beat ${row + 1}`,
    ...Array.from({ length: COLUMNS - 1 }, (_, column) => String(10 + ((row * 7919 + column * 104_729) % 9000))),
  ]);
  return { header, rows };
}

const TITLE = 'Recorded crime by beat';

export function asMarkdown({ header, rows }: LargeTable): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |\n`;
  return `# ${TITLE}\n\n${line(header)}${line(header.map(() => '---'))}${rows.map(line).join('')}`;
}

export function asHtml({ header, rows }: LargeTable): string {
  const line = (cells: readonly string[], name: string) =>
    `<tr>${cells.map((cell) => `<${name}>${cell}</${name}>`).join('')}</tr>\n`;
  const body = rows.map((row) => line(row, 'td')).join('');
  return `<!doctype html><title>${TITLE}</title><h1>${TITLE}</h1><table>${line(header, 'th')}${body}</table>`;
}

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const MAIN_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
const DOCUMENT_RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument';

export async function asDocx({ header, rows }: LargeTable): Promise<Uint8Array> {
  const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
  const line = (cells: readonly string[]) =>
    `<w:tr>${cells.map((cell) => `<w:tc>${paragraph(cell)}</w:tc>`).join('')}</w:tr>`;
  const table = `<w:tbl>${[header, ...rows].map(line).join('')}</w:tbl>`;
  const zip = new JSZip();
  zip.file(
    '[Content_Types].xml',
    `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${MAIN_TYPE}"/></Types>`,
  );
  zip.file(
    '_rels/.rels',
    `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="main" Type="${DOCUMENT_RELATION}" Target="word/document.xml"/></Relationships>`,
  );
  zip.file(
    'word/document.xml',
    `<w:document xmlns:w="${WORD}"><w:body>${paragraph(TITLE)}${table}</w:body></w:document>`,
  );
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
}
