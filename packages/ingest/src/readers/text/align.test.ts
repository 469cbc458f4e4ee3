import { leafText, locate } from '@scrutineer/model';
import fc from 'fast-check';
import { readTree } from '../../testing/read-fixture.ts';
import { expectSoundTree, leavesOf, tablesOf } from '../../testing/tree-rules.ts';

/** A character of text, and a way to write it in Markdown. */
const written = fc.oneof(
  fc.constantFrom(...'abcxyz0189%,.£éß').map((sign) => [sign, sign] as const),
  fc.constantFrom(...'*_[]<&`\\').map((sign) => [sign, `\\${sign}`] as const),
  fc.constantFrom(
    ['&', '&amp;'] as const,
    ['£', '&pound;'] as const,
    ['%', '&#37;'] as const,
    ['é', '&#xe9;'] as const,
  ),
  fc.constantFrom([' ', ' '] as const, [' ', '\n'] as const),
);
/** Words that begin and end with a letter, so that no white space or block syntax stands at the ends of lines. */
const word = fc.array(written, { minLength: 0, maxLength: 12 }).map((signs) => ({
  text: `a${signs.map(([text]) => (text === ' ' ? ' b' : text)).join('')}z`,
  source: `a${signs.map(([text, source]) => (text === ' ' ? `${source}b` : source)).join('')}z`,
}));

describe('the text of Markdown', () => {
  test('is what its writer meant, and each piece points at its source', async () => {
    await fc.assert(
      fc.asyncProperty(word, async ({ text, source }) => {
        const tree = await readTree(source, 'p.md');
        const leaf = leavesOf(tree)[0]!;
        expect(leafText(leaf)).toBe(text);
        expectSoundTree(tree);
      }),
    );
  });

  test('leads every figure back to its line and offsets', async () => {
    const source = 'One line &amp; no figure,\nthen **1,234** of\n&pound;5m\n';
    const tree = await readTree(source, 'p.md');
    const leaf = leavesOf(tree)[0]!;
    for (const [figure, line] of [['1,234', 2] as const, ['5m', 3] as const]) {
      const at = leafText(leaf).indexOf(figure);
      const place = locate(leaf, at, at + figure.length);
      expect([source.slice(place.span.start, place.span.end), place.line]).toEqual([figure, line]);
    }
  });
});

const cell = fc.array(fc.constantFrom(...'abc019%,.£'), { maxLength: 6 }).map((signs) => signs.join(''));
const grid = fc
  .tuple(fc.integer({ min: 3, max: 6 }), fc.integer({ min: 2, max: 8 }))
  .chain(([columns, rows]) =>
    fc.array(fc.tuple(...Array.from({ length: columns }, () => cell)), { minLength: rows, maxLength: rows }),
  );

test('a grid written with tabs is read as that grid', async () => {
  await fc.assert(
    fc.asyncProperty(grid, async (cells) => {
      const rows = [
        ['', ...cells[0]!].map((_, column) => `Head ${column}`),
        ...cells.map(([first, ...rest]) => [`r${first}`, 'v', ...rest]),
      ];
      const tree = await readTree(`${rows.map((row) => row.join('\t')).join('\n')}\n`, 'p.md');
      const table = tablesOf(tree)[0]!;
      expect(table.rows).toBe(rows.length);
      for (const node of table.children) expect(leafText(node)).toBe(rows[node.row]![node.column]);
      expectSoundTree(tree);
    }),
    { numRuns: 50 },
  );
});
