import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { outline } from '../../outline.ts';
import { expectGolden } from '../../testing/golden.ts';
import { readTree } from '../../testing/read-fixture.ts';
import { expectSoundTree, tablesOf } from '../../testing/tree-rules.ts';
import { readMarkdown } from './read-markdown.ts';

const folder = join(import.meta.dirname, 'fixtures');
const fixtures = readdirSync(folder).filter((name) => name.endsWith('.md'));

describe('Markdown papers and the faults of published ones', () => {
  test.each(fixtures)('%s', async (name) => {
    const tree = await readTree(readFileSync(join(folder, name)), name);
    expectSoundTree(tree);
    expectGolden(outline(tree), join(folder, name.replace(/\.md$/, '.golden.txt')));
  });

  test('a table of 100,000 cells is read whole', async () => {
    const rows = Array.from({ length: 10_000 }, (_, row) => Array.from({ length: 10 }, (_, column) => row * column));
    const tree = await readTree(rows.map((cells) => cells.join('\t')).join('\n'), 'large.md');
    expect(tablesOf(tree).map((table) => table.children.length)).toEqual([100_000]);
  });
});

test.each(['[', '> ', '- ', '![', '(['])(
  '100,000 times "%s" are read, and so is what stands after them',
  async (sign) => {
    const text = `# Report\n\n${sign.repeat(100_000)}Burglary rose by 5%.\n`;
    const result = await readMarkdown(text);
    if (result.status === 'failed') throw new Error('not read');
    expect(result.value.text).toBe(text);
    expect(JSON.stringify(result.value.children)).toContain('Burglary rose by 5%.');
  },
);
