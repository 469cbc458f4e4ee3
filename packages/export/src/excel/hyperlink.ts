/** Characters of a text inside a formula: Excel refuses a workbook with a longer one. */
const LONGEST_LITERAL = 255;

/** A link that a cell shows. */
export interface Hyperlink {
  /** A URL. */
  readonly address: string;
  readonly text: string;
}

/** The formula of a link, without the equals sign, as files hold it; null where it would be too long for Excel. */
export function linkFormula({ address, text }: Hyperlink): string | null {
  if (address.length > LONGEST_LITERAL || text.length > LONGEST_LITERAL) return null;
  return `HYPERLINK(${literal(address)},${literal(text)})`;
}

function literal(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

/** A cell of a sheet's XML with a link's formula and no value. */
const LINK_CELL = /<c ([^>]*)><f>(HYPERLINK\("(?:[^"]|"")*","((?:[^"]|"")*)"\))<\/f><\/c>/g;

/**
 * The XML of a sheet with each link's text as the value of its formula (ECMA-376 part 1, section 18.3.1.4: `t="str"`), so
 * that readers that do not compute, and Excel's protected view, show it too.
 */
export function withShownTexts(xml: string): string {
  return xml.replace(LINK_CELL, (_, attributes: string, formula: string, text: string) => {
    return `<c ${attributes} t="str"><f>${formula}</f><v>${text.replaceAll('""', '"')}</v></c>`;
  });
}
