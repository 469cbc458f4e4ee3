import fc from 'fast-check';
import { safeJson, safeText } from './safe-text.ts';

test.each([
  ['\u001b[31mred\u001b[0m', '\ufffd[31mred\ufffd[0m'],
  ['\u009b2J', '\ufffd2J'],
  ['a\rb\r\nc\td', 'a\ufffdb\r\nc\td'],
  ['a\u202eb\u2066', 'a\ufffdb\ufffd'],
  ['£5 – “ok” 😀', '£5 – “ok” 😀'],
])('%j is shown as %j', (text, expected) => {
  expect(safeText(text)).toBe(expected);
});

test('JSON keeps its meaning and holds nothing that a terminal obeys', () => {
  const text = fc.string({ unit: fc.integer({ min: 0, max: 0x2100 }).map((code) => String.fromCharCode(code)) });
  fc.assert(
    fc.property(text, (value) => {
      const json = safeJson(JSON.stringify({ value }));
      expect(JSON.parse(json)).toEqual({ value });
      expect(safeText(json)).toBe(json);
    }),
    { seed: 1 },
  );
});
