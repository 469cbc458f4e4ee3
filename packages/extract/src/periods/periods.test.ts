import { readdirSync, readFileSync } from 'node:fs';
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
    };
    const { interval } = resolvePeriod(mentions[0]!.expression, context, of ? parseInterval(of) : null);
    expect(interval && formatInterval(interval)).toBe(means);
  });
});
