import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseSource, SourceError } from './source-spec.ts';

describe('a source as it is typed', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'scrutineer-spec-'));
    for (const name of ['a.md', 'urls.txt', 'odd[1].md']) writeFileSync(join(folder, name), '');
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test.each<[string, object]>([
    ['a.md', { kind: 'file', file: 'a.md' }],
    ['odd[1].md', { kind: 'file', file: 'odd[1].md' }],
    ['.', { kind: 'folder' }],
    ['*.md', { kind: 'glob' }],
    ['list:urls.txt', { kind: 'list' }],
    [
      'https://example.org/a%20b.pdf#search=x',
      { kind: 'url', origin: 'https://example.org/a%20b.pdf', file: 'a b.pdf' },
    ],
    ['page:https://example.org/x', { kind: 'page', url: 'https://example.org/x' }],
    ['feed:https://example.org/x', { kind: 'feed' }],
    ['sitemap:https://example.org/x', { kind: 'sitemap' }],
    ['wordpress:https://example.org', { kind: 'wordpress' }],
    ['moderngov:https://example.org/x?CId=1', { kind: 'moderngov' }],
    ['https://example.org/ieListMeetings.aspx?CommitteeId=7', { kind: 'moderngov' }],
    ['https://example.org/IELISTDOCUMENTS.ASPX?MID=7', { kind: 'moderngov' }],
  ])('%s', (text, expected) => {
    expect(parseSource(text, folder)).toMatchObject(expected);
  });

  test.each([
    ['missing.md', 'there is no file or folder missing.md'],
    ['list:missing.txt', 'there is no file or folder list:missing.txt'],
    ['ftp://example.org/x', 'no web address that can be fetched'],
    ['page:file:///etc/passwd', 'no web address that can be fetched'],
    ['feed:x', 'no web address that can be fetched'],
    ['https://me:secret@example.org/', 'with a user name or password'],
  ])('%s: %s', (text, reason) => {
    expect(() => parseSource(text, folder)).toThrow(SourceError);
    expect(() => parseSource(text, folder)).toThrow(reason);
    expect(() => parseSource(text, folder)).not.toThrow('secret');
  });
});
