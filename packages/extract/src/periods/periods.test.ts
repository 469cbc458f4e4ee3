import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { FAILSAFE_SCHEMA, load } from 'js-yaml';
import { formatInterval, monthsTo, parseInterval } from './calendar.ts';
import { findPeriods } from './find.ts';
import { PERIOD_FORMS } from './forms.ts';
import { resolvePeriod } from './resolve.ts';

interface Example {
  print: string;
  means: string;
  asOf?: string;
  of?: string;
}

const FORMS = new URL('./forms/', import.meta.url);
const specs = readdirSync(FORMS).filter((file) => file.endsWith('.spec.yaml'));

/** The last day of the quarter that had ended by a date: what a paper of that date reports on. */
function quarterEndBefore(date: string): string {
  const ends = ['03-31', '06-30', '09-30', '12-31'];
  const year = Number(date.slice(0, 4));
  return [year - 1, year]
    .flatMap((y) => ends.map((end) => `${y}-${end}`))
    .filter((end) => end <= date)
    .at(-1)!;
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** Ways of printing the months from one to another, all of which mean the same interval. */
const PRINTS: Readonly<
  Record<string, (from: [year: number, month: number], to: [year: number, month: number]) => string>
> = {
  'in full': ([y1, m1], [y2, m2]) => `${MONTHS[m1]} ${y1} to ${MONTHS[m2]} ${y2}`,
  'in short': ([y1, m1], [y2, m2]) => `${short(m1)} '${two(y1)} - ${short(m2)} '${two(y2)}`,
  'with hyphens': ([y1, m1], [y2, m2]) => `${short(m1)}-${two(y1)} to ${short(m2)}-${two(y2)}`,
  'by days': ([y1, m1], [y2, m2]) => `1 ${MONTHS[m1]} ${y1} to ${lastDay(y2, m2)} ${MONTHS[m2]} ${y2}`,
  'by numbers': ([y1, m1], [y2, m2]) => `01/${pad(m1 + 1)}/${y1} - ${lastDay(y2, m2)}/${pad(m2 + 1)}/${y2}`,
};
const short = (month: number) => MONTHS[month]!.slice(0, 3);
const two = (year: number) => String(year).slice(2);
const pad = (number: number) => String(number).padStart(2, '0');
const lastDay = (year: number, month: number) => new Date(Date.UTC(year, month + 1, 0)).getUTCDate();

test.each(Object.keys(PRINTS))('what is printed %s is read as the interval it was', (way) => {
  const start = fc.tuple(fc.integer({ min: 2005, max: 2029 }), fc.integer({ min: 0, max: 11 }));
  fc.assert(
    fc.property(start, fc.integer({ min: 1, max: 30 }), ([year, month], length) => {
      const last = month + length;
      const [toYear, toMonth] = [year + Math.floor(last / 12), last % 12];
      const print = PRINTS[way]!([year, month], [toYear, toMonth]);
      const context = {
        paperDate: null,
        reportingEnd: null,
        reportingPeriod: null,
        usualMonths: null,
        usual: null,
        comparesYears: false,
        lastYear: null,
      };
      const [mention] = findPeriods(`Figures for ${print} are shown.`);
      const { interval } = resolvePeriod(mention!.expression, context, null);
      const expected = `${year}-${pad(month + 1)}-01/${toYear}-${pad(toMonth + 1)}-${lastDay(toYear, toMonth)}`;
      expect(interval && formatInterval(interval)).toBe(expected);
    }),
  );
});

describe.each(specs)('%s', (spec) => {
  const examples = load(readFileSync(new URL(spec, FORMS), 'utf8'), { schema: FAILSAFE_SCHEMA }) as Example[];
  test('names a form', () => {
    expect(PERIOD_FORMS.map((form) => form.name)).toContain(spec.replace('.spec.yaml', ''));
  });
  test.each(examples)('$print means $means', ({ print, means, asOf, of }) => {
    const mentions = findPeriods(`It was so ${print}, as said`);
    expect(mentions.map((mention) => mention.form)).toEqual([spec.replace('.spec.yaml', '')]);
    const reportingEnd = asOf ? quarterEndBefore(asOf) : null;
    const context = {
      paperDate: asOf ?? null,
      reportingEnd,
      reportingPeriod: reportingEnd ? monthsTo(reportingEnd, 3) : null,
      usualMonths: null,
      usual: null,
      comparesYears: false,
      lastYear: null,
    };
    const { interval } = resolvePeriod(mentions[0]!.expression, context, of ? parseInterval(of) : null);
    expect(interval && formatInterval(interval)).toBe(means);
  });
});
