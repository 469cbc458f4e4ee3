import { unreadableFonts } from './unreadable-fonts.ts';

const fonts = (...texts: readonly string[]) => [...unreadableFonts(texts.map((str) => ({ str, fontName: str })))];

test('numbers of shapes are no letters', () => {
  const shifted = [...'Crime fell by 12% in 2019'].map((sign) => String.fromCharCode(sign.charCodeAt(0) - 29)).join('');
  expect(fonts(shifted)).toEqual([shifted]);
  const privateUse = '\ue001\ue002\ue003\ue004\ue005\ue006\ue007\ue008\ue009';
  expect(fonts(privateUse)).toEqual([privateUse]);
});

test('text, also with accents and signs, can be read; so can a few bullets of a symbol font', () => {
  expect(fonts('Crime fell by 12% – “well below” Llŷn’s £3.4m ⅓ ✓')).toEqual([]);
  const bullets = Array.from({ length: 12 }, () => ({ str: '\uf0b7 ', fontName: 'Symbol' }));
  expect([...unreadableFonts(bullets)]).toEqual([]);
});
