import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MEDIA_TYPES } from '@scrutineer/model';
import { outline } from '../../outline.ts';
import { expectGolden } from '../../testing/golden.ts';
import { readTree } from '../../testing/read-fixture.ts';
import { expectSoundTree, tablesOf } from '../../testing/tree-rules.ts';

const folder = join(import.meta.dirname, 'fixtures');
const fixtures = readdirSync(folder).filter((name) => name.endsWith('.html'));

describe('HTML papers', () => {
  test.each(fixtures)('%s', async (name) => {
    const tree = await readTree(readFileSync(join(folder, name)), name);
    expect(tree.mediaType).toBe(MEDIA_TYPES.html);
    expectSoundTree(tree);
    expectGolden(outline(tree), join(folder, name.replace(/\.html$/, '.golden.txt')));
  });

  test('a table of 100,000 cells is read whole', async () => {
    const row = `<tr>${'<td>5</td>'.repeat(50)}</tr>`;
    const tree = await readTree(`<html><table>${row.repeat(2000)}</table></html>`, 'large.html');
    expect(tablesOf(tree).map((table) => table.children.length)).toEqual([100_000]);
  });
});
