import { stripVTControlCharacters } from 'node:util';
import { createProgress } from './progress.ts';

test('the bar fills, counts, and never breaks the line', () => {
  const written: string[] = [];
  const stream = { columns: 60, write: (text: string) => written.push(text) > 0 } as unknown as NodeJS.WriteStream;
  const progress = createProgress(stream, 2);
  progress.advance('first\n.md');
  progress.advance('a paper with a name that is much longer than the terminal is wide.md');
  progress.clear();
  const lines = written.map((text) => stripVTControlCharacters(text).replace('\r', ''));
  expect(lines[0]).toMatch(/^\[={12} {12}\] 1\/2 {2}about \d+ s left {2}first \.md$/);
  expect(lines[1]).toMatch(/^\[={24}\] 2\/2 {2}about 0 s left {2}a p.*…$/);
  expect(lines[1]!.length).toBeLessThan(60);
  expect(lines[2]).toBe('');
});
