import { regexesIn } from './collect.ts';
import { whySlow } from './judge.ts';
import { asWritten, compared, parseKnown, printKnown } from './known.ts';

describe('a regular expression is judged', () => {
  test.each([
    ['(a+)+b', ''],
    ['^(?:<!--[\\s\\S]*?-->\\s*)*<html', 'i'],
    ['^---\\n(?:[\\w -]+:[^\\n]*\\n| +[^\\n]*\\n)+---', ''],
    ['\\s+$', ''],
    ['\\d*,?\\d*x', ''],
  ])('slow: /%s/%s', (source, flags) => {
    expect(whySlow({ source, flags })).toMatch(/doubles the time|square/);
  });

  test.each([
    ['(?<!\\s)\\s+$', ''],
    ['^(?:\\w+,)*\\w+$', ''],
    ['^(?:[a-z]+ )*end', ''],
    ['[^<>]*', 'g'],
    ['^\\p{Lu}+$', 'u'],
  ])('fast: /%s/%s', (source, flags) => {
    expect(whySlow({ source, flags })).toBeNull();
  });
});

test('each regular expression of a file is found', () => {
  const text = 'const a: RegExp = /a+/g; const b = new RegExp("b", "i"); const c = RegExp(a.source); const d = "/no/";';
  expect(regexesIn('x.ts', text).map(asWritten).sort()).toEqual(['/a+/g', '/b/i', 'RegExp(…)']);
});

test('a known expression may stand as often as it is listed, and is forgotten when it is gone', () => {
  const known = parseKnown(printKnown([{ why: 'so', regexes: { 'x.ts': ['/a/', '/a/', '/b/'], 'y.ts': ['/c/'] } }]));
  const found = (file: string, ...sources: string[]) =>
    sources.map((source) => ({ file, literal: { source, flags: '' } }));
  const { unknown, still, gone } = compared([...found('x.ts', 'a', 'c'), ...found('y.ts', 'd')], known);
  expect(unknown.map(asWritten)).toEqual(['/c/', '/d/']);
  expect(gone).toBe(3);
  expect(still).toEqual([{ why: 'so', regexes: { 'x.ts': ['/a/'] } }]);
});
