import fc from 'fast-check';
import { cleanLinkText } from './clean-link-text.ts';

test.each<[string, string | null]>([
  ['Performance Report PDF 138 KB', 'Performance Report'],
  ['Performance Report (PDF, 1.2MB)', 'Performance Report'],
  ['Performance Report [PDF]', 'Performance Report'],
  ['Item 7\n  Quarter 2   report DOCX 1,024 KB', 'Item 7 Quarter 2 report'],
  ['Agenda ref: 12345', 'Agenda'],
  ['Annual report (opens in new window)', 'Annual report'],
  ['Download the annual report', 'annual report'],
  ['PDF 12 KB', null],
  ['', null],
])('%j is %j', (text, expected) => {
  expect(cleanLinkText(text)).toBe(expected);
});

test('words of a title stay as they are', () => {
  const word = fc.constantFrom('Police', 'and', 'Crime', 'Panel', '2019/20', 'Q2', 'report', 'Appendix', 'A');
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 8 }), (words) => {
      expect(cleanLinkText(`${words.join('  ')} PDF 138 KB`)).toBe(words.join(' '));
    }),
    { seed: 1 },
  );
});
