import { type Observation, qualifierSchema, statisticSchema, statusSchema } from '@scrutineer/model';
import fc from 'fast-check';
import type { ExportedPaper, ExportRow } from '../row.ts';

/** Texts as no paper should have them, and some do. */
const ODD = [
  '',
  ' ',
  '"',
  '""',
  ',',
  '\n',
  '\r\n',
  '\r',
  ';',
  '=1+1',
  '+44',
  '-8%',
  '@SUM(A1)',
  '\ufeff',
  '£1,234',
  '日本',
  '👮🏽',
  'null',
  '0x1F',
  '1e3',
];

/** Any text, without lone surrogates, which UTF-8 cannot hold. */
export const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom(...ODD),
);
const texts = fc.array(anyText, { maxLength: 3 });
const named = fc.record({ id: fc.option(anyText), label: anyText });
const count = fc.nat({ max: 2_000_000 });
const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
const date = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10));
const period = fc.oneof(
  date,
  fc.tuple(date, date).map(([a, b]) => [a, b].sort().join('/')),
);

const table = fc.record({ index: count, row: count, col: count, rowHeader: texts, columnHeader: texts });

const source = fc.record({
  page: fc.option(count.map((page) => page + 1)),
  bbox: fc.option(fc.tuple(number, number, number, number)),
  line: fc.option(count.map((line) => line + 1)),
  start: count,
  end: count,
  quote: anyText,
  figure: anyText,
  table: fc.option(table),
  headings: texts,
});

const required = fc.record({
  id: fc.uuid(),
  paper: fc.constant('paper'),
  measure: named,
  area: fc.option(named),
  breakdown: fc.array(fc.record({ dimension: anyText, value: anyText }), { maxLength: 2 }),
  statistic: fc.constantFrom(...statisticSchema.options),
  value: number,
  unit: anyText,
  qualifier: fc.option(fc.constantFrom(...qualifierSchema.options)),
  period: fc.option(period),
  baseline: fc.option(period),
  status: fc.constantFrom(...statusSchema.options),
  source,
  method: anyText,
  confidence: fc.double({ min: 0, max: 1, noNaN: true }).map((value) => value + 0),
  notes: texts,
});

const optional = fc.record(
  { outOf: number, derivedFrom: fc.array(anyText, { minLength: 1, maxLength: 2 }) },
  { requiredKeys: [] },
);

/** Any observation that the contract allows. */
export const anyObservation: fc.Arbitrary<Observation> = fc
  .tuple(required, optional)
  .map(([always, sometimes]) => ({ ...always, ...sometimes }));

export const PAPER: ExportedPaper = {
  id: 'paper',
  origin: 'https://example.org/a,"b".pdf',
  file: 'a,"b".pdf',
  mediaType: 'application/pdf',
  byteLength: 1234,
  pages: 3,
  facts: { title: null, body: null, area: null, date: null, reportingPeriod: null, itemNumber: null },
  date: null,
  version: 1,
  extractorVersion: '1',
  status: 'complete',
  origins: [{ seenAt: '2026-01-01T00:00:00.000Z' }],
};

/** A few observations of one paper, no two with the same id. */
export const anyRows: fc.Arbitrary<ExportRow[]> = fc
  .uniqueArray(anyObservation, { selector: ({ id }) => id, maxLength: 4 })
  .map((observations) => observations.map((observation) => ({ observation, paper: PAPER })));
