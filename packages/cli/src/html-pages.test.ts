import { createHash } from 'node:crypto';
import type { Element, Nodes } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { ingestedStore } from './testing/ingested-store.ts';

const SCRIPT = '<script>alert(1)</script><img src=x onerror=alert(1)><style>*{display:none}</style>';
const PAPER = `# Crime report

## Westmarch Police and Crime Panel, 4 July 2019

\`${SCRIPT}\` Robbery rose by 20 from 120 to 130.

| Offence | Apr - Jun 2018 | Apr - Jun 2019 | Change |
| --- | --- | --- | --- |
| Robbery \`${SCRIPT}\` | 120 | 130 | 20 |
| Theft | 2,400 | 2,100 | -300 |
`;

/** What would be asked of another place when the page is opened. */
const LOADING = ['src', 'srcSet', 'data', 'poster', 'background', 'action', 'xLinkHref'];

function elementsOf(node: Nodes): Element[] {
  const below = 'children' in node ? node.children.flatMap(elementsOf) : [];
  return node.type === 'element' ? [node, ...below] : below;
}

describe('every page that is written', () => {
  const store = ingestedStore({ 'evil.md': PAPER });

  test.each([
    ['export', '--format', 'html', '--paper', 'evil.md', '--output', 'OUTPUT'],
    ['audit', '--format', 'html'],
    ['series', 'robbery', '--format', 'html'],
    ['series', 'theft', '--format', 'html', '--area', 'Nowhere'],
  ])('%s %s %s %s: loads nothing, runs nothing and takes only its own styles', async (...args) => {
    const output = store.beside('page.html');
    const { stdout } = await store.run(...args.map((arg) => arg.replace('OUTPUT', output)));
    const { readFile } = await import('node:fs/promises');
    const html = args.includes('OUTPUT') ? await readFile(output, 'utf8') : stdout;
    const elements = elementsOf(unified().use(rehypeParse).parse(html));
    const policy = elements.find(({ properties }) => properties.httpEquiv?.toString() === 'Content-Security-Policy');
    const styles = elements.filter(({ tagName }) => tagName === 'style');
    const hashes = styles.map(({ children }) => {
      const text = children.map((child) => ('value' in child ? child.value : '')).join('');
      return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
    });
    expect(hashes.length).toBeGreaterThan(0);
    expect(policy?.properties.content).toBe(
      `default-src 'none'; style-src ${[...new Set(hashes)].join(' ')}; base-uri 'none'; form-action 'none'`,
    );
    expect(elements.indexOf(policy!)).toBeLessThan(elements.indexOf(styles[0]!));
    for (const { tagName, properties } of elements) {
      expect(['script', 'link', 'iframe', 'object', 'embed', 'base']).not.toContain(tagName);
      const names = Object.keys(properties);
      expect(names.filter((name) => /^on/i.test(name) || name === 'style' || LOADING.includes(name))).toEqual([]);
    }
  });
});
