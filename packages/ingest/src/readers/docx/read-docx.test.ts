import { join } from 'node:path';
import { outline } from '../../outline.ts';
import { expectGolden } from '../../testing/golden.ts';
import { readTree } from '../../testing/read-fixture.ts';
import {
  type DocxParts,
  tinyDocx,
  wordCell,
  wordParagraph,
  wordRow,
  wordRun,
  wordTable,
} from '../../testing/tiny-docx.ts';
import { expectSoundTree, leavesOf, tablesOf } from '../../testing/tree-rules.ts';

const numbered = (id: number, level = 0) => `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${id}"/></w:numPr>`;
const level = (index: number, format: string, text: string) =>
  `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
const numbering =
  `<w:abstractNum w:abstractNumId="1">${level(0, 'decimal', '%1.')}${level(1, 'lowerLetter', '(%2)')}</w:abstractNum>` +
  `<w:abstractNum w:abstractNumId="2">${level(0, 'bullet', '\uf0b7')}</w:abstractNum>` +
  '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>' +
  '<w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>';
const styles =
  '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style>' +
  '<w:style w:type="paragraph" w:styleId="Section"><w:name w:val="Panel Section"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>' +
  '<w:style w:type="paragraph" w:styleId="Deeper"><w:name w:val="Panel Deeper"/><w:basedOn w:val="Section"/></w:style>';

const papers: Readonly<Record<string, DocxParts>> = {
  'row-that-begins-late': {
    body: wordTable([
      wordRow([wordCell('Measure'), wordCell('2018'), wordCell('2019')], '<w:tblHeader/>'),
      wordRow([wordCell('5'), wordCell('6')], '<w:gridBefore w:val="1"/>'),
      wordRow([wordCell('Theft'), wordCell('7')], '<w:gridAfter w:val="1"/>'),
    ]),
  },
  'merged-cells': {
    body: wordTable([
      wordRow([wordCell('CRIME', '<w:gridSpan w:val="3"/>')]),
      wordRow([wordCell('Measure', '<w:vMerge w:val="restart"/>'), wordCell('Period', '<w:gridSpan w:val="2"/>')]),
      wordRow([wordCell('', '<w:vMerge/>'), wordCell('2018'), wordCell('2019')]),
      wordRow([
        wordCell('Theft'),
        wordCell('1,020'),
        `<w:tc>${wordParagraph('1,122')}${wordParagraph('(+10%)')}</w:tc>`,
      ]),
    ]),
  },
  'numbers-of-lists': {
    numbering,
    body:
      wordParagraph('First', numbered(1)) +
      wordParagraph('Part a', numbered(1, 1)) +
      wordParagraph('Part b', numbered(1, 1)) +
      wordParagraph('Second', numbered(1)) +
      wordParagraph('A bullet', numbered(2)) +
      wordParagraph('Text between.') +
      wordParagraph('Third', numbered(1)) +
      wordParagraph('', numbered(1)) +
      wordParagraph('Starts anew', numbered(3)),
  },
  'headings-by-outline-level': {
    styles,
    numbering,
    body:
      wordParagraph('Crime', `<w:pStyle w:val="Heading1"/>${numbered(1)}`) +
      wordParagraph('Theft', '<w:pStyle w:val="Section"/>') +
      wordParagraph('Theft of bicycles', '<w:pStyle w:val="Deeper"/>') +
      wordParagraph('By a paragraph of its own', '<w:outlineLvl w:val="2"/>') +
      wordParagraph('Body text', '<w:pStyle w:val="Section"/><w:outlineLvl w:val="9"/>'),
  },
  'bold-lines-for-headings': {
    body:
      `<w:p>${wordRun('Police visibility', '<w:b/>')}</w:p>${wordParagraph('There are 240 officers.')}` +
      `<w:p>${wordRun('All of this sentence is bold.', '<w:b/>')}</w:p>`,
  },
  'notes-marks-and-revisions': {
    footnotes: `<w:footnote w:id="7">${wordParagraph('Provisional: 12 forces.')}</w:footnote>`,
    endnotes: `<w:endnote w:id="2">${wordParagraph('Source: survey.')}</w:endnote>`,
    body:
      `<w:p>${wordRun('On the 21')}${wordRun('st', '<w:vertAlign w:val="superscript"/>')}${wordRun(' of May, 31% ')}` +
      `<w:r><w:footnoteReference w:id="7"/></w:r>${wordRun(' agreed')}<w:r><w:endnoteReference w:id="2"/></w:r>` +
      `<w:ins>${wordRun(' and 5 did not')}</w:ins><w:del><w:r><w:delText>old</w:delText></w:r></w:del>` +
      `${wordRun('secret', '<w:vanish/>')}<w:r><w:br/></w:r>${wordRun('Next line')}<w:r><w:tab/></w:r>${wordRun('£5m')}</w:p>`,
  },
  'text-box-and-running-header': {
    header: wordParagraph('Item 7'),
    footer: wordParagraph('Page 1'),
    body:
      '<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>' +
      `${wordParagraph('Boxed: 42 complaints.')}</w:txbxContent></wps:txbx></w:drawing></mc:Choice>` +
      '<mc:Fallback><w:pict/></mc:Fallback></mc:AlternateContent></w:r>' +
      `${wordRun('Anchor text.')}</w:p><w:sdt><w:sdtContent>${wordParagraph('In a content control: 9.')}</w:sdtContent></w:sdt>`,
  },
};

describe('Word papers', () => {
  test.each(Object.entries(papers))('%s', async (name, parts) => {
    const tree = await readTree(await tinyDocx(parts), `${name}.docx`);
    expectSoundTree(tree);
    expectGolden(outline(tree), join(import.meta.dirname, 'fixtures', `${name}.golden.txt`));
  });

  test('superscripts and note references carry their marks', async () => {
    const tree = await readTree(await tinyDocx(papers['notes-marks-and-revisions']!), 'notes.docx');
    const marked = leavesOf(tree)[0]!.children.filter((text) => text.marks);
    expect(marked.map(({ value, marks }) => [value, marks])).toEqual([
      ['st', ['superscript']],
      ['1', ['footnote-reference']],
      ['i', ['footnote-reference']],
    ]);
  });

  test('a table of 20,000 cells is read whole', async () => {
    const row = wordRow(Array.from({ length: 50 }, (_, column) => `<w:tc>${wordParagraph(String(column))}</w:tc>`));
    const tree = await readTree(await tinyDocx({ body: wordTable(new Array(400).fill(row)) }), 'large.docx');
    expect(tablesOf(tree).map((table) => table.children.length)).toEqual([20_000]);
  });
});
