import {
  type Heading,
  leafText,
  MEDIA_TYPES,
  type PaperTree,
  type Table,
  type TableCell,
  type Text,
} from '@scrutineer/model';
import fc from 'fast-check';
import type { Nodes } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { anyObservation } from '../testing/arbitrary-rows.ts';
import { figureMarks } from './figure-marks.ts';
import { leafHtml } from './leaf-html.ts';
import { tableHtml } from './table-html.ts';

const [SAMPLE] = fc.sample(anyObservation, { numRuns: 1, seed: 3 });

/** One leaf whose pieces stand one after the other in the document's text. */
function leafOf(values: readonly string[]): Heading {
  let start = 0;
  const children = values.map((value): Text => {
    const span = { start, end: start + value.length };
    start = span.end;
    return { type: 'text', value, span, place: { kind: 'line', line: 1 }, marks: ['strong'] };
  });
  return { type: 'heading', depth: 1, children };
}

function treeOf(leaf: Heading): PaperTree {
  return { type: 'root', mediaType: MEDIA_TYPES.markdown, text: leafText(leaf), pages: null, children: [leaf] };
}

function observationAt(start: number, end: number) {
  return { ...SAMPLE!, id: `${start}-${end}`, source: { ...SAMPLE!.source, start, end } };
}

function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

const parsed = (html: string) => unified().use(rehypeParse, { fragment: true }).parse(html);
const words = fc.array(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 5 });
const places = fc.array(fc.tuple(fc.nat({ max: 20 }), fc.integer({ min: 1, max: 6 })), { maxLength: 6 });

test('the text stays as it is, and each figure has an element, however figures overlap', () => {
  fc.assert(
    fc.property(words, places, (values, starts) => {
      const leaf = leafOf(values);
      const { length } = leafText(leaf);
      const observations = starts.filter(([at]) => at < length).map(([at, size]) => observationAt(at, at + size));
      const unique = [...new Map(observations.map((observation) => [observation.id, observation])).values()];
      const html = leafHtml(leaf.children, figureMarks(treeOf(leaf), unique, new Set()).get(leaf) ?? []);
      expect(textOf(parsed(html))).toBe(leafText(leaf));
      for (const { id } of unique) expect(html.split(`id="figure-${id}"`)).toHaveLength(2);
    }),
  );
});

test('text of a paper is never markup', () => {
  const html = leafHtml(leafOf(['<script>alert("1")</script>&amp;']).children, []);
  expect(html).toBe('<strong>&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;amp;</strong>');
});

function cell(row: number, column: number, value: string, more: Partial<TableCell> = {}): TableCell {
  const children = leafOf([value]).children.map(({ marks: _, ...text }) => text);
  return { type: 'tableCell', row, column, rowSpan: 1, colSpan: 1, header: false, place: null, children, ...more };
}

function tableOf(children: readonly TableCell[], rows: number): Table {
  return { type: 'table', title: 'Crime "A"', rows, columns: 3, parts: [], children };
}

const plain = (table: Table) => tableHtml(table, ({ children }) => leafHtml(children, [])).replaceAll('\n', '');

test('merged header cells reach as far down and across as in the paper', () => {
  const table = tableOf(
    [
      cell(0, 0, 'Offence', { header: true, rowSpan: 2 }),
      cell(0, 1, 'Year', { header: true, colSpan: 2 }),
      cell(1, 1, '2018', { header: true }),
      cell(1, 2, '2019', { header: true }),
      cell(2, 0, 'Theft'),
      cell(2, 1, '1'),
      cell(2, 2, '2'),
    ],
    3,
  );
  expect(plain(table)).toBe(
    '<div class="wide"><table aria-label="Crime &quot;A&quot;"><thead>' +
      '<tr><th scope="col" rowspan="2">Offence</th><th scope="colgroup" colspan="2">Year</th></tr>' +
      '<tr><th scope="col">2018</th><th scope="col">2019</th></tr></thead><tbody>' +
      '<tr><th scope="row">Theft</th><td>1</td><td>2</td></tr></tbody></table></div>',
  );
});

test('a header cell over two rows keeps both in the head, also where none is marked', () => {
  const cells = [cell(0, 0, 'Measure', { rowSpan: 2 }), cell(0, 1, '2019'), cell(1, 1, 'Volume'), cell(2, 0, 'Calls')];
  expect(plain(tableOf(cells, 3))).toContain('<tr><th scope="col">Volume</th></tr></thead>');
});

test('where the format marks no header, the first row is it', () => {
  const table = tableOf([cell(0, 0, 'Offence'), cell(0, 1, '2019'), cell(1, 0, 'Theft'), cell(1, 1, '2')], 2);
  expect(plain(table)).toContain('<thead><tr><th scope="col">Offence</th><th scope="col">2019</th></tr></thead>');
});
