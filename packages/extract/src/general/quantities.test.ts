import fc from 'fast-check';
import { quantities } from './quantities.ts';

/** Each quantity as `value unit change`. */
const found = (text: string) => quantities(text).map(({ value, unit, change }) => [value, unit, change]);

describe('quantities of a sentence', () => {
  test.each([
    [
      'Shares fell by 4.2 per cent to 164p.',
      [
        [4.2, 'percent', 'down'],
        [164, 'pence', 'equal'],
      ],
    ],
    ['The storm brought winds of at least 74 mph.', [[74, 'mile per hour', 'over']]],
    ['The office holds 5 to 7 per cent more stock.', [[[5, 7], 'percent', 'up']]],
    ['Guidance is between $US160 million and $US171 million.', [[[160e6, 171e6], 'USD', 'equal']]],
    [
      'Tickets cost £12 a month or $9.50 per person.',
      [
        [12, 'GBP per month', 'equal'],
        [9.5, 'USD per person', 'equal'],
      ],
    ],
    ['Tens of thousands of dollars were lost.', [[[10_000, 100_000], 'USD', 'equal']]],
    [
      'A third of those asked, and one in five men, agreed.',
      [
        [1 / 3, 'asked', 'equal'],
        [0.2, 'men', 'equal'],
      ],
    ],
    [
      'It rests on 50 different products and about 63,000 sedans.',
      [
        [50, 'products', 'equal'],
        [63_000, 'sedans', 'about'],
      ],
    ],
    [
      'The 65-year-old walked 12 km in 1.5 hours at -3 °C.',
      [
        [65, 'year-old', 'equal'],
        [12, 'kilometre', 'equal'],
        [1.5, 'hour', 'equal'],
        [-3, 'degree Celsius', 'equal'],
      ],
    ],
    [
      'There was one man for 4 hundred million people.',
      [
        [1, 'man', 'equal'],
        [4e8, 'people', 'equal'],
      ],
    ],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  test.each([
    'She left on September 8, 2019, and came back on 3 June at 10:30 am.',
    'In Game 2 the iPhone 11 and the S&P 500 were named, as in 2018 and 2019.',
    'No one knew which one it was; see https://example.org/2020/11 and write to a1@example.org.',
    'The tie ended 2-2 after the 7th corner of the second half.',
  ])('states none: %s', (text) => {
    expect(found(text)).toEqual([]);
  });

  test('offsets are those of the number as printed', () => {
    const text = 'Crime rose by 1,204 offences, to £3.4m.';
    expect(quantities(text).map(({ start, end }) => text.slice(start, end))).toEqual(['1,204', '£3.4m']);
  });

  test('whatever the text, offsets lie within it and none overlaps another', () => {
    const words = fc.constantFrom(
      '5',
      '1,204',
      'to',
      '-',
      '%',
      'million',
      '£',
      'and',
      'between',
      'one',
      'in',
      'five',
      'fell',
      'by',
      'a',
      'third',
      'of',
      'per',
      'month',
      '2019',
      'May',
      '.',
      ',',
      '(',
      ')',
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 30 }), (parts) => {
        const text = parts.join(' ');
        let last = 0;
        for (const { start, end, value } of quantities(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          for (const number of [value].flat()) expect(Number.isFinite(number)).toBe(true);
          last = end;
        }
      }),
      { numRuns: 300 },
    );
  });
});
