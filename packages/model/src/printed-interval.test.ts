import fc from 'fast-check';
import { meets, minus, percentOf, printedInterval } from './printed-interval.ts';
import { observation } from './testing/observations.ts';

test.each([
  ['2%', 1.5, 2.5],
  ['8.8', 8.75, 8.85],
  ['57,947', 57_947, 57_947],
])('%s stands for %d to %d', (figure, low, high) => {
  const { low: from, high: to } = printedInterval(observation(figure));
  expect([from, to].map((value) => Number(value.toFixed(6)))).toEqual([low, high]);
});

test('a scaled amount is as precise as its printed digits', () => {
  const { low, high } = printedInterval(observation('£51.4m', { value: 51_400_000, unit: 'GBP' }));
  expect([low, high]).toEqual([51_350_000, 51_450_000]);
});

test('a bound is open on one side', () => {
  expect(printedInterval(observation('400', { qualifier: 'over' }))).toEqual({
    low: 400,
    high: Number.POSITIVE_INFINITY,
  });
});

const count = fc.integer({ min: 1, max: 1_000_000 });
const decimals = fc.integer({ min: 0, max: 2 });

test('a true percentage change, however it is rounded, is never called inconsistent', () => {
  fc.assert(
    fc.property(count, count, decimals, (from, to, digits) => {
      const [a, b] = [observation(String(from)), observation(String(to))];
      const percent = observation(`${(((to - from) / from) * 100).toFixed(digits)}%`);
      const computed = percentOf(minus(printedInterval(b), printedInterval(a)), printedInterval(a));
      expect(computed && meets(computed, printedInterval(percent))).toBe(true);
    }),
  );
});

test('a true change of two rounded levels is never called inconsistent', () => {
  const level = fc.double({ min: 0, max: 100, noNaN: true });
  fc.assert(
    fc.property(level, level, decimals, (from, to, digits) => {
      const [a, b, moved] = [from, to, to - from].map((value) =>
        printedInterval(observation(`${value.toFixed(digits)}%`)),
      );
      expect(meets(minus(b!, a!), moved!)).toBe(true);
    }),
  );
});

test('a percentage that is out by more than its rounding is inconsistent', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1000, max: 100_000 }), fc.integer({ min: 3, max: 50 }), (from, off) => {
      const to = Math.round(from * 1.1);
      const computed = percentOf(
        minus(printedInterval(observation(String(to))), printedInterval(observation(String(from)))),
        printedInterval(observation(String(from))),
      );
      expect(computed && meets(computed, printedInterval(observation(`${10 + off}%`)))).toBe(false);
    }),
  );
});
