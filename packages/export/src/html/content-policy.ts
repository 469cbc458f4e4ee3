import { createHash } from 'node:crypto';

const STYLE_BEGINS = '<style>';
const STYLE_ENDS = '</style>';

/**
 * The element that lets a page load nothing, run nothing and send nothing, wherever it is opened: only the styles that
 * were written with it hold, each known by its hash.
 *
 * @param html the page's own, in which text of papers is escaped, so that each style in it is ours
 */
export function contentPolicy(html: string): string {
  const hashes = [...new Set(stylesIn(html))].map((style) => `'sha256-${sha256(style)}'`);
  const styles = hashes.length > 0 ? hashes.join(' ') : "'none'";
  const policy = `default-src 'none'; style-src ${styles}; base-uri 'none'; form-action 'none'`;
  return `<meta http-equiv="Content-Security-Policy" content="${policy}">`;
}

function stylesIn(html: string): string[] {
  return html
    .split(STYLE_BEGINS)
    .slice(1)
    .map((rest) => rest.slice(0, rest.indexOf(STYLE_ENDS)));
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}
