import { DOMParser, type Element } from '@xmldom/xmldom';
import { linesOf } from '../lines-of.ts';
import { PERIODS, paper, printing } from '../testing/printings.ts';
import { drawChart } from './draw-chart.ts';
import { toPng } from './to-png.ts';

const { q1, q2, q4, year, yearBefore } = PERIODS;
const FIRST = paper('one.md', '2019-07-20');
const SECOND = paper('two & <three>.md', '2019-10-20');
const LABEL = 'Theft & "robbery" <script>alert(1)</script>';
const odd = { measure: { id: null, label: LABEL } };

const LINES = linesOf([
  printing('300', q1, FIRST, odd),
  printing('310', q1, SECOND, odd),
  printing('320', q2, SECOND, odd),
  printing('340', q4, SECOND, odd),
  printing('1,200', year, SECOND, odd),
  printing('-34', year, SECOND, { ...odd, statistic: 'change', baseline: yearBefore, line: 2 }),
]);

/** @throws where the text is no well-formed XML */
function parsed(svg: string): Element {
  const refuse = (level: string, message: string) => {
    throw new Error(`${level}: ${message}`);
  };
  return new DOMParser({ onError: refuse }).parseFromString(svg, 'image/svg+xml').documentElement!;
}

function all(parent: Element, name: string): Element[] {
  return [...parent.getElementsByTagName(name)];
}

function titlesOf(parent: Element): string[] {
  return all(parent, 'title').map(({ textContent }) => textContent ?? '');
}

test('is one chart a line below its title', () => {
  const svg = parsed(drawChart(LINES));
  const charts = [...svg.childNodes].filter(({ nodeName }) => nodeName === 'svg');
  expect(charts).toHaveLength(2);
  const titles = [...svg.childNodes]
    .filter((node) => node.nodeName === 'text' && (node as Element).getAttribute('font-weight') === 'bold')
    .map((node) => node.textContent);
  expect(titles).toEqual([`${LABEL}, Lancashire (3 months, count)`, `${LABEL}, Lancashire (12 months, count)`]);
  const tops = (charts as Element[]).map((chart) => Number(chart.getAttribute('y')));
  const last = charts[1] as Element;
  expect(tops[1]! - tops[0]!).toBeGreaterThanOrEqual(Number(last.getAttribute('height')));
  expect(tops[1]! + Number(last.getAttribute('height'))).toBeLessThanOrEqual(Number(svg.getAttribute('height')));
});

test('has a mark for every value that a paper gave, which tells figure, period and paper', () => {
  const titles = titlesOf(parsed(drawChart(LINES)));
  expect(titles).toHaveLength(6);
  expect(new Set(titles)).toEqual(
    new Set([
      '300 for 2019-04-01 to 2019-06-30\none.md, 2019-07-20',
      '310 for 2019-04-01 to 2019-06-30\ntwo & <three>.md, 2019-10-20',
      '320 for 2019-07-01 to 2019-09-30\ntwo & <three>.md, 2019-10-20',
      '340 for 2020-01-01 to 2020-03-31\ntwo & <three>.md, 2019-10-20',
      '1234 (derived) for 2017-10-01 to 2018-09-30\ntwo & <three>.md, 2019-10-20',
      '1,200 for 2018-10-01 to 2019-09-30\ntwo & <three>.md, 2019-10-20',
    ]),
  );
});

/** The first mark whose title starts so: its own fill and stroke, or those of the group that it stands in. */
function markOf(svg: Element, start: string) {
  const title = all(svg, 'title').find(({ textContent }) => textContent?.startsWith(start));
  const circle = title!.parentNode as Element;
  const group = circle.parentNode as Element;
  const its = (name: string) => circle.getAttribute(name) ?? group.getAttribute(name);
  return { fill: its('fill'), stroke: its('stroke') };
}

test('the marks of a paper are of one colour, darker the later the paper, and none is black', () => {
  const svg = parsed(drawChart(LINES));
  const [early, late, other] = ['300 for', '310 for', '320 for'].map((start) => markOf(svg, start));
  expect(early!.fill).toBe(early!.stroke);
  expect(late).toEqual(other);
  expect(lightness(early!.fill)).toBeGreaterThan(lightness(late!.fill));
  expect(lightness(late!.fill)).toBeGreaterThan(0);
});

function lightness(colour: string | null): number {
  return [1, 3, 5].reduce((sum, at) => sum + Number.parseInt((colour ?? '').slice(at, at + 2), 16), 0);
}

test('the mark of a derived value is hollow, in the colour of its paper', () => {
  const svg = parsed(drawChart(LINES));
  expect(markOf(svg, '1234 (derived)')).toEqual({ fill: 'white', stroke: markOf(svg, '1,200').stroke });
});

test('the line breaks at a gap', () => {
  const pieces = (...periods: string[]) => {
    const svg = parsed(drawChart(linesOf(periods.map((period, index) => printing(`${index}`, period, FIRST)))));
    const line = all(svg, 'g').find((group) => group.getAttribute('aria-label') === 'line')!;
    return all(line, 'path')[0]!.getAttribute('d')!.match(/M/g)!.length;
  };
  expect(pieces(q1, q2, PERIODS.q3, q4)).toBe(1);
  expect(pieces(q1, q2, q4)).toBe(2);
});

test('text of papers is escaped', () => {
  const svg = drawChart(LINES);
  expect(svg).not.toContain('<script');
  expect(svg).not.toContain('<three>');
  expect(svg).toContain('&lt;script&gt;');
});

test('is whole where there is no line, one value, or a mark without a date', () => {
  expect(all(parsed(drawChart([])), 'circle')).toEqual([]);
  const svg = parsed(drawChart(linesOf([printing('7', '2019-06-30', paper('undated.md'))])));
  expect(titlesOf(svg)).toEqual(['7 for 2019-06-30\nundated.md']);
});

test('is the same text every time', () => {
  expect(drawChart(LINES)).toBe(drawChart(LINES));
});

test('as PNG is twice as wide and high', async () => {
  const svg = drawChart(LINES);
  const root = parsed(svg);
  const png = Buffer.from(await toPng(svg));
  expect(png.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([
    2 * Number(root.getAttribute('width')),
    2 * Number(root.getAttribute('height')),
  ]);
});
