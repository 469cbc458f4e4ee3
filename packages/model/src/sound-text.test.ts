import fc from 'fast-check';
import { sound, soundText } from './sound-text.ts';

test.each([
  ['a\0b', 'a\ufffdb'],
  ['\ud83d\ude00', '\ud83d\ude00'],
  ['\ud83d', '\ufffd'],
  ['\ude00\ud83d', '\ufffd\ufffd'],
  ['\ud83d\0\ude00', '\ufffd\ufffd\ufffd'],
  ['plain', 'plain'],
])('%j becomes %j', (text, expected) => {
  expect(soundText(text)).toBe(expected);
});

test('no offset moves, what was sound stays as it is, and twice is once', () => {
  const unit = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code));
  fc.assert(
    fc.property(fc.array(fc.oneof(unit, fc.constant('\0'), fc.constant('\ud800'))), (units) => {
      const text = units.join('');
      const made = soundText(text);
      expect(made).toHaveLength(text.length);
      expect(made.isWellFormed() && !made.includes('\0')).toBe(true);
      expect(soundText(made)).toBe(made);
      for (let at = 0; at < text.length; at += 1) if (made[at] !== '\ufffd') expect(made[at]).toBe(text[at]);
    }),
    { seed: 1 },
  );
});

test('data that is sound is the same object; other data differs only in its texts', () => {
  const data = { a: ['x', { b: 1, c: null, d: undefined }], e: true };
  expect(sound(data)).toBe(data);
  expect(sound({ ...data, f: [{ 'k\0': 'v\ud800' }] })).toStrictEqual({ ...data, f: [{ 'k\ufffd': 'v\ufffd' }] });
});
