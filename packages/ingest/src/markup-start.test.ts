import fc from 'fast-check';
import { beginsHtml, markupStart } from './markup-start.ts';
import { mediaTypeOf } from './sources/polite/judge-body.ts';

const comment = fc.string({ maxLength: 20 }).map((text) => `<!--${text.replaceAll('-->', '')}-->`);
const blank = fc.constantFrom(' ', '\n', '\t', '\r\n', '\ufeff');
const declaration = fc.constantFrom('<?xml version="1.0"?>', '<?xml version="1.0" encoding="utf-8"?>');

test('what comes before markup is passed over, whatever it is and however much', () => {
  const before = fc.array(fc.oneof(comment, blank, declaration), { maxLength: 60 });
  fc.assert(
    fc.property(before, fc.constantFrom('<!DOCTYPE html>', '<p>', 'text', ''), (parts, markup) => {
      const start = parts.join('');
      expect(markupStart(start + markup)).toBe(start.length);
    }),
    { seed: 1 },
  );
});

test.each(['<!-- no end', '<!-->', '<?xml no end', '<p>', '', 'x'])('%j begins where it stands', (text) => {
  expect(markupStart(text)).toBe(0);
});

test.each<[string, boolean]>([
  ['<!DOCTYPE html>', true],
  ['<!doctype  html PUBLIC "x">', true],
  ['<html lang="en">', true],
  ['<HEAD>', true],
  ['<header>', false],
  ['<!doctype svg>', false],
  ['text', false],
])('%j is HTML: %j', (text, expected) => {
  expect(beginsHtml(text, 0)).toBe(expected);
});

describe('a head of 4 KB that is made to be hard to judge', () => {
  /** 585 comments of seven signs are 4,095 bytes. */
  const COMMENTS = '<!---->'.repeat(585);
  const heads: readonly (readonly [string, string])[] = [
    ['comments', COMMENTS],
    ['comments and then no HTML', `${COMMENTS}x`],
    ['comments and blanks', '<!----> '.repeat(512)],
    ['comments that never end', '<!--'.repeat(1024)],
    ['blanks', ' '.repeat(4096)],
    ['declarations', '<?xml?>'.repeat(585)],
    ['open brackets', '<'.repeat(4096)],
    ['marks of a PDF that are none', '%PDF'.repeat(1024)],
    ['doctypes without a name', `<!doctype${' '.repeat(4000)}`],
  ];

  test.each(heads)('%s: it takes less than five milliseconds, a thousand of them counted', (_, head) => {
    const bytes = Buffer.from(head, 'latin1');
    const begun = process.cpuUsage().user;
    for (let turn = 0; turn < 1000; turn += 1) mediaTypeOf(bytes);
    // Microseconds for the thousand: five milliseconds for each would be 5,000,000.
    expect(process.cpuUsage(undefined).user - begun).toBeLessThan(5_000_000);
  });

  test('any number of comments up to 585 leads to the same judgement', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 580 }), (count) => {
        expect(mediaTypeOf(Buffer.from(`${'<!---->'.repeat(count)}<!doctype html>`))).toBe('text/html');
      }),
      { seed: 1 },
    );
  });
});
