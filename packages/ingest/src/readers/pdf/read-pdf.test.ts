import { join } from 'node:path';
import { outline } from '../../outline.ts';
import { expectGolden } from '../../testing/golden.ts';
import { readTree } from '../../testing/read-fixture.ts';
import { filledBox, lineBetween, ruledTable, type TinyPage, textAt, tinyPdf } from '../../testing/tiny-pdf.ts';
import { expectSoundTree, leavesOf } from '../../testing/tree-rules.ts';
import { readPaper } from '../read-paper.ts';

const columns = [50, 200, 320, 440];
const lines = (top: number, texts: readonly string[]) => texts.map((text, index) => textAt(50, top + index * 13, text));
const pageFrame = (page: number) => [textAt(480, 30, 'Item 4'), textAt(270, 815, `Page ${page} of 3`)];
/** The texts of a row of a table without lines. */
const cellsAt = (y: number, texts: readonly string[], bold = false) =>
  texts.flatMap((text, index) => (text === '' ? [] : [textAt([50, 300, 420][index]!, y, text, { bold })]));
const prose = [
  'Recorded crime fell again in the quarter, as it has done in each of the last four, and the',
  'force now records 1,204 offences a month, which is fewer than at any time since 2015 and 7%',
  'below the average of its group.',
];

const papers: Readonly<Record<string, readonly TinyPage[]>> = {
  'paragraphs-headings-and-lists': [
    {
      content: [
        textAt(50, 60, 'Quarterly report', { size: 16, bold: true }),
        textAt(50, 90, '1.', { size: 12, bold: true }),
        textAt(70, 90, 'Recorded crime', { size: 12, bold: true }),
        ...lines(110, prose),
        ...lines(160, ['Burglary 69%', 'Robbery 74%']),
        textAt(50, 200, '5.'),
        textAt(
          70,
          200,
          'The Panel noted the report, which was long and told of the work that was done with partners in',
        ),
        textAt(70, 213, 'the county.'),
        textAt(90, 230, '\x95 one part of it'),
        textAt(90, 245, '\x95 another part'),
        textAt(50, 260, '6.'),
        textAt(70, 260, 'The Panel met on the 21'),
        textAt(177, 260, 'st', { size: 6, rise: 4 }),
        textAt(184, 260, 'of May.'),
      ],
    },
  ],
  'rules-between-rows-alone': [
    {
      content: [
        textAt(50, 70, 'Table 2: Calls'),
        lineBetween(50, 80, 500, 80),
        ...cellsAt(95, ['Measure', '2018', '2019'], true),
        lineBetween(50, 100, 500, 100),
        ...cellsAt(115, ['Calls answered within the time that the', '1,204', '1,377']),
        ...cellsAt(127, ['service has set itself', '', '']),
        ...cellsAt(142, ['Calls abandoned', '210', '137']),
        lineBetween(50, 148, 500, 148),
        ...lines(175, prose),
      ],
    },
  ],
  'shaded-rows': [
    {
      content: [
        ...[100, 130, 160].map((y) => filledBox(50, y - 11, 500, y + 4, 0.85)),
        ...cellsAt(85, ['District', 'April', 'May'], true),
        ...cellsAt(100, ['North', '12', '14']),
        ...cellsAt(115, ['South', '9', '-']),
        ...cellsAt(130, ['East', '31', '29']),
        ...cellsAt(145, ['West', '7', '11']),
        ...cellsAt(160, ['All', '59', '54']),
      ],
    },
  ],
  'chart-is-no-table': [
    {
      content: [
        ...[100, 140, 180, 220].flatMap((y, index) => [
          textAt(50, y, String(40 - index * 10)),
          lineBetween(75, y - 3, 400, y - 3),
        ]),
        ...[90, 170, 250, 330].map((x, index) => textAt(x, 240, `Q${index + 1}`)),
        ...[0, 1, 2, 3].map((index) =>
          lineBetween(90 + index * 70, 200 - index * 20, 160 + index * 70, 190 - index * 25),
        ),
        ...lines(280, prose),
      ],
    },
  ],
  'letters-set-apart': [
    {
      content: [
        `BT /F2 14 Tf 5 Tc 50 ${842 - 60} Td (RECORDED CRIME) Tj ET 0 Tc`,
        `BT /F1 10 Tf 50 ${842 - 90} Td [(Rec) -20 (orded cr) 30 (ime f) -10 (ell by 7% to 1,) -5 (204 off) 15 (ences)] TJ ET`,
        textAt(50, 120, '1.2.1', { bold: true }),
        textAt(100, 120, 'Response times', { bold: true }),
        textAt(50, 140, 'The median was 12.4 minutes.'),
      ],
    },
  ],
  'ruled-table-with-merged-cells': [
    {
      content: [
        ...lines(60, ['Table 1: Offences']),
        ...ruledTable(columns, 80, [
          ['CRIME', null, null],
          ['Measure', '2018', '2019'],
          ['Theft (all)', '1,020', '1,122'],
        ]),
        ...lines(160, ['After the table.']),
      ],
    },
  ],
  'thin-rectangles-for-lines': [
    {
      content: [
        ...[80, 100, 120].map((y) => filledBox(50, y, 320, y + 0.6)),
        ...[50, 200, 320].map((x) => filledBox(x, 80, x + 0.6, 120)),
        textAt(54, 94, 'Measure'),
        textAt(204, 94, 'Value'),
        textAt(54, 114, 'Theft'),
        textAt(204, 114, '5'),
      ],
    },
  ],
  'text-of-two-cells-in-one-run': [
    {
      content: [
        ...ruledTable([50, 115, 165, 280], 80, [
          ['Area', '2018', '2019'],
          ['', '', ''],
        ]),
        textAt(54, 114, 'North East      1,020               1,122'),
      ],
    },
  ],
  'table-over-a-page-break': [
    {
      content: [
        ...pageFrame(1),
        ...lines(60, prose),
        ...ruledTable(columns, 740, [
          ['Measure', '2018', '2019'],
          ['Theft', '5', '6'],
        ]),
      ],
    },
    {
      content: [
        ...pageFrame(2),
        ...ruledTable(columns, 60, [['Arson', '7', '8']]),
        ...lines(110, [...prose.slice(0, 2)]),
      ],
    },
    {
      content: [
        ...pageFrame(3),
        ...lines(60, ['which is what the plan of the force and of the county had set out to do.']),
      ],
    },
  ],
  'box-and-border-are-no-tables': [
    {
      content: [
        ...[20, 822].map((y) => lineBetween(20, y, 575, y)),
        ...[20, 575].map((x) => lineBetween(x, 20, x, 822)),
        ...[90, 160].map((y) => lineBetween(40, y, 555, y)),
        ...[40, 555].map((x) => lineBetween(x, 90, x, 160)),
        ...lines(110, prose),
      ],
    },
  ],
  'two-columns-of-prose': [
    {
      content: [
        textAt(50, 50, 'A title over both of the columns of this page of the paper, from side to side'),
        ...Array.from({ length: 10 }, (_, row) =>
          textAt(50, 80 + row * 13, `Left line ${row} of the words to fill it.`),
        ),
        ...Array.from({ length: 10 }, (_, row) =>
          textAt(310, 80 + row * 13, `Right line ${row} of the words to fill it.`),
        ),
      ],
    },
  ],
  'hidden-text': [{ content: [...lines(60, prose), 'BT 3 Tr /F1 10 Tf 50 700 Td (Draft: 99%) Tj 0 Tr ET'] }],
  'larger-headings-and-contents': [
    {
      content: [
        textAt(50, 60, '1.', { size: 14 }),
        textAt(75, 60, 'Background', { size: 14 }),
        ...lines(80, prose),
        textAt(50, 140, 'Background .......................... 3'),
        textAt(50, 160, 'Crime of all kinds ................. 12'),
      ],
    },
  ],
  'sentence-over-a-page-break': [
    {
      content: [
        ...pageFrame(1),
        ...lines(60, [
          ...prose,
          'The report was sent to the members of the Panel, to the board and to all the partners of the Home',
        ]),
      ],
    },
    { content: [...pageFrame(2), ...lines(60, ['Office, who agreed it.', '', 'A paragraph of its own.'])] },
    { content: [...pageFrame(3), ...lines(60, ['Another one.'])] },
  ],
  'turned-and-cropped-page': [
    {
      rotate: 90,
      cropBox: [0, 400, 595, 842],
      content: ['BT /F1 10 Tf 0 1 -1 0 300 500 Tm (Turned: 12 of 20) Tj ET', textAt(20, 700, 'Outside')],
    },
  ],
};

describe('PDF papers', () => {
  test.each(Object.entries(papers))('%s', async (name, pages) => {
    const tree = await readTree(tinyPdf(pages), `${name}.pdf`);
    expectSoundTree(tree);
    expectGolden(outline(tree), join(import.meta.dirname, 'fixtures', `${name}.golden.txt`));
  });

  test('a superscript stays in its line and carries its mark', async () => {
    const tree = await readTree(tinyPdf(papers['paragraphs-headings-and-lists']!), 'marks.pdf');
    const pieces = leavesOf(tree).flatMap((leaf) => leaf.children);
    expect(pieces.filter((text) => text.marks?.includes('superscript')).map((text) => text.value)).toEqual(['st']);
  });

  test('places are boxes from the top left of the page', async () => {
    const tree = await readTree(tinyPdf([{ content: [textAt(100, 200, 'Here')] }]), 'place.pdf');
    const place = leavesOf(tree)[0]!.children[0]!.place;
    if (place.kind !== 'page') throw new Error(`a place of kind ${place.kind}`);
    const [left, top, right, bottom] = place.box;
    expect([place.page, left]).toEqual([1, 100]);
    expect(top).toBeGreaterThan(188);
    expect(bottom).toBeLessThan(204);
    expect(right).toBeCloseTo(121.67, 1);
  });

  test('a page without text is told, and the rest is read', async () => {
    const image = 'q 100 0 0 100 50 50 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \x80 EI Q';
    const result = await readPaper(tinyPdf([{ content: lines(60, prose) }, { content: [image] }]), 'part-scan.pdf', {
      ocr: 'never',
    });
    expect(result.status).toBe('partial');
    expect(result.messages.map(({ rule, place }) => [rule, place?.kind === 'page' && place.page])).toEqual([
      ['pdf/page-without-text', 2],
    ]);
  });

  test('a paper without text is told to be a scan', async () => {
    const result = await readPaper(tinyPdf([{ content: [filledBox(0, 0, 300, 300)] }]), 'scan.pdf', { ocr: 'never' });
    expect(result).toMatchObject({ status: 'partial', value: { children: [], pages: 1 } });
    expect(result.messages[0]!.reason).toBe('no page of scan.pdf has text that can be read');
  });
});
