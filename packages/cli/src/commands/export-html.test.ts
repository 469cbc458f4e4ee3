import { readFile } from 'node:fs/promises';
import type { Element, Nodes } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { runCommand } from '../testing/run-command.ts';
import { sampleStore } from '../testing/sample-store.ts';

const PAPER = 'cumbria-scrutiny-2018-q1.md';

function* elementsOf(node: Nodes): Generator<Element> {
  if (node.type === 'element') yield node;
  if ('children' in node) for (const child of node.children) yield* elementsOf(child);
}

function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

describe('report of a sample paper', () => {
  const store = sampleStore();
  let html = '';
  let elements: Element[] = [];
  const named = (...names: string[]) => elements.filter(({ tagName }) => names.includes(tagName));

  beforeAll(async () => {
    const output = store.beside('report.html');
    await runCommand(['export', '--format', 'html', '--paper', PAPER, '--output', output, '--store', store.path]);
    html = await readFile(output, 'utf8');
    elements = [...elementsOf(unified().use(rehypeParse).parse(html))];
  });

  test('each figure of the paper is marked where it stands, and the mark tells what it means', () => {
    const byId = new Map(elements.map((element) => [element.properties.id, element]));
    const own = store.found.filter(({ file }) => file === PAPER);
    expect(own.length).toBeGreaterThan(200);
    for (const { observation } of own) {
      const { id, measure, period, value, source } = observation;
      const mark = named('mark').find((element) => [...elementsOf(element)].includes(byId.get(`figure-${id}`)!))!;
      expect(textOf(mark)).toContain(source.figure);
      expect(mark.properties.title).toContain(measure.label);
      expect(mark.properties.title).toContain(`${period?.replace('/', ' to ') ?? 'period not told'}: ${value} `);
    }
  });

  test('findings lead to their figures, and stand beside the text they are about', () => {
    const ids = new Set(elements.map(({ properties }) => properties.id));
    const links = named('a').map(({ properties }) => String(properties.href));
    expect(links.filter((link) => link.startsWith('#finding-')).length).toBeGreaterThan(2);
    expect(links.filter((link) => !ids.has(link.replace('#', '')))).toEqual([]);
    expect(html).toContain('from 830 to 888 is a rise of 58, but 85 is printed.');
    const passage = elements.find(
      ({ properties, children }) =>
        [properties.className].flat().includes('passage') &&
        children.some((child) => textOf(child).includes('85 is printed')),
    )!;
    expect(textOf(passage)).toContain('830');
    const doubted = named('mark').filter(({ properties }) => [properties.className].flat().includes('doubted'));
    expect(doubted.map(textOf)).toEqual(expect.arrayContaining(['830', '85', '888']));
  });

  test('an id stands once; nothing is loaded and nothing runs', () => {
    const ids = elements.flatMap(({ properties }) => properties.id ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    expect(named('script', 'img', 'link', 'iframe', 'object')).toEqual([]);
    expect(html).not.toMatch(/url\(|@import|\son\w+=/);
    expect(elements.flatMap(({ properties }) => properties.src ?? [])).toEqual([]);
  });

  test('it has a language, a title, one main heading, and header cells that say of what', () => {
    expect(named('html')[0]!.properties.lang).toBe('en-GB');
    expect(named('h1')).toHaveLength(1);
    expect(textOf(named('title')[0]!)).toBe(textOf(named('h1')[0]!));
    expect(named('table').length).toBeGreaterThan(3);
    for (const header of named('th')) expect(['col', 'colgroup', 'row', 'rowgroup']).toContain(header.properties.scope);
  });
});
