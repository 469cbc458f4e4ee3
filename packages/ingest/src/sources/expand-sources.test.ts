import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { expandSources } from './index.ts';

describe('expanding arguments', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'scrutineer-sources-'));
    const files: Record<string, string> = {
      'papers/b.md': '# b',
      'papers/a.PDF': 'whatever',
      'papers/deep/c.docx': 'whatever',
      'papers/deep/no-extension': '%PDF-1.7 …',
      'papers/deep/word.bin': 'PK\u0003\u0004 … word/document.xml …',
      'papers/deep/sheet.bin': 'PK\u0003\u0004 … xl/workbook.xml …',
      'papers/deep/page.txt': '\n<!DOCTYPE html><title>Item 7</title>',
      'papers/deep/notes.txt': 'call the clerk',
      'papers/.hidden.md': '# hidden',
      'papers/.git/d.md': '# hidden',
      'papers/node_modules/e.md': '# not ours',
      'papers/empty.md': '',
      'other/picture.png': '\u0089PNG',
      'odd/[draft] q1.md': '# brackets',
    };
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    symlinkSync(join(folder, 'papers'), join(folder, 'papers', 'loop'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const expanded = (...given: string[]) => {
    const { sources, problems } = expandSources(given, folder);
    return {
      files: sources.map(({ kind, origin }) => (kind === 'url' ? origin : relative(folder, origin))),
      problems: problems.map(({ kind, reason }) => `${kind}: ${reason}`),
    };
  };

  test('a folder gives its papers, those below it too, in order; by extension or by content', () => {
    expect(expanded('papers')).toEqual({
      files: [
        'papers/a.PDF',
        'papers/b.md',
        'papers/deep/c.docx',
        'papers/deep/no-extension',
        'papers/deep/page.txt',
        'papers/deep/word.bin',
        'papers/empty.md',
      ],
      problems: [],
    });
  });

  test('a file that is named is taken whatever it is', () => {
    expect(expanded('other/picture.png').files).toEqual(['other/picture.png']);
  });

  test('a glob gives the files that match, in order; a name with glob characters that exists is itself', () => {
    expect(expanded('papers/**/*.{md,docx}').files).toEqual([
      'papers/b.md',
      'papers/deep/c.docx',
      'papers/empty.md',
      'papers/node_modules/e.md',
    ]);
    expect(expanded('odd/[draft] q1.md').files).toEqual(['odd/[draft] q1.md']);
  });

  test('the order of the arguments is kept, and each paper is taken once', () => {
    expect(expanded('papers/empty.md', 'papers/*.md').files).toEqual(['papers/empty.md', 'papers/b.md']);
  });

  test('a URL is a source without its fragment, named after the last part of its path', () => {
    const { sources } = expandSources(['HTTPS://example.org/a/Item%207.pdf?x=1#page=3', 'http://example.org'], folder);
    expect(sources).toEqual([
      { kind: 'url', origin: 'https://example.org/a/Item%207.pdf?x=1', file: 'Item 7.pdf' },
      { kind: 'url', origin: 'http://example.org/', file: 'example.org' },
    ]);
  });

  test('what cannot be a paper is told in one sentence that names it', () => {
    expect(
      expanded('papers/b.md', 'nowhere.md', 'papers/*.odt', 'other', 'ftp://example.org/a', 'http://a:b@c/d'),
    ).toEqual({
      files: ['papers/b.md'],
      problems: [
        'missing: there is no file or folder nowhere.md',
        'missing: no file matches papers/*.odt',
        'no-papers: the folder other holds no papers: a paper is a Markdown, HTML, DOCX or PDF file; give a folder with such files in it',
        'missing: ftp://example.org/a is no web address that can be fetched: give one that starts with http:// or https://',
        'missing: http://c was given with a user name or password, which would be kept with the paper: save the paper and give the file',
      ],
    });
  });
});
