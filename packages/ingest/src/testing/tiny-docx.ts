import JSZip from 'jszip';

/** The parts of a Word file that a fixture needs, each the XML within its root element. */
export interface DocxParts {
  readonly body: string;
  readonly styles?: string;
  readonly numbering?: string;
  readonly footnotes?: string;
  readonly endnotes?: string;
  readonly header?: string;
  readonly footer?: string;
}

const NAMESPACES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" ' +
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" ' +
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" ' +
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" ' +
  'xmlns:v="urn:schemas-microsoft-com:vml"';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';

/** Writes a small Word file. */
export async function tinyDocx(parts: DocxParts): Promise<Uint8Array> {
  const zip = new JSZip();
  const files: readonly (readonly [part: keyof DocxParts, root: string, path: string])[] = [
    ['styles', 'styles', 'styles.xml'],
    ['numbering', 'numbering', 'numbering.xml'],
    ['footnotes', 'footnotes', 'footnotes.xml'],
    ['endnotes', 'endnotes', 'endnotes.xml'],
    ['header', 'hdr', 'header1.xml'],
    ['footer', 'ftr', 'footer1.xml'],
  ];
  const present = files.filter(([part]) => parts[part] !== undefined);
  const relations = present.map(([part, , path], index) => relation(`r${index}`, part, path));
  zip.file('[Content_Types].xml', contentTypes());
  zip.file('_rels/.rels', relationships(relation('main', 'officeDocument', 'word/document.xml')));
  zip.file('word/_rels/document.xml.rels', relationships(relations.join('')));
  zip.file('word/document.xml', element('document', `<w:body>${parts.body}</w:body>`));
  for (const [part, root, path] of present) zip.file(`word/${path}`, element(root, parts[part]!));
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
}

function element(name: string, content: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><w:${name} ${NAMESPACES}>${content}</w:${name}>`;
}

function relation(id: string, type: string, target: string): string {
  return `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`;
}

function relationships(content: string): string {
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${content}</Relationships>`;
}

function contentTypes(): string {
  return (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    `<Override PartName="/word/document.xml" ContentType="${MAIN_TYPE}"/></Types>`
  );
}

/** A paragraph of plain text, with the XML of its properties. */
export function wordParagraph(text: string, properties = ''): string {
  return `<w:p><w:pPr>${properties}</w:pPr>${wordRun(text)}</w:p>`;
}

export function wordRun(text: string, properties = ''): string {
  return `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
}

export function wordCell(text: string, properties = ''): string {
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${wordParagraph(text)}</w:tc>`;
}

export function wordRow(cells: readonly string[], properties = ''): string {
  return `<w:tr><w:trPr>${properties}</w:trPr>${cells.join('')}</w:tr>`;
}

export function wordTable(rows: readonly string[]): string {
  return `<w:tbl><w:tblPr/><w:tblGrid/>${rows.join('')}</w:tbl>`;
}
