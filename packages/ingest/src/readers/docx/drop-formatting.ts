/** Elements that only say how text looks: sizes, colours, borders, fonts, languages, proofing. */
const FORMATTING =
  'tcW|tcMar|spacing|sz|szCs|shd|jc|rFonts|lang|color|vAlign|ind|kern|noProof|cantSplit|bCs|iCs|keepNext|keepLines|' +
  'widowControl|contextualSpacing|proofErr|lastRenderedPageBreak|bookmarkEnd|tblLook|tblW|tblInd|gridCol|trHeight|u';
const FORMATTING_ELEMENT = new RegExp(`<w:(?:${FORMATTING})(?:\\s[^<>]*)?/>`, 'g');
const REVISION_ATTRIBUTE = / w(?:14)?:(?:rsid\w*|paraId|textId)="[^"<>]*"/g;

/** Takes out of a body's XML what no reader asks for: large tables are mostly that, and parse in half the memory. */
export function dropFormatting(xml: string): string {
  return xml
    .replace(FORMATTING_ELEMENT, '')
    .replace(REVISION_ATTRIBUTE, '')
    .replace(/<w:(pPr|rPr|tcPr)><\/w:\1>/g, '');
}
