import fc from 'fast-check';
import { extract } from '../extract.ts';
import { paperOf } from '../testing/tree.ts';

const MEASURES = ['Robbery', 'Vehicle offences', 'Hate Crime', 'Shoplifting', 'Rape', 'Knife crime', 'Arson'] as const;
const AREAS = ['Ashford', 'Canterbury', 'Dartford', 'Dover', 'Gravesham'] as const;
const YEARS = ['2017/18', '2018/19'] as const;

/** What a table states, whatever its layout: one line a figure. */
function figuresOf(rows: readonly (readonly string[])[], before = '', title = 'Kent Police: recorded crime'): string[] {
  const table = rows.map((row) => row.join(' | ')).join('\n');
  const result = extract(paperOf(`# ${title}\n\n${before}\n\n${table}\n`), { id: 'paper' });
  const observations = result.status === 'failed' ? [] : result.value.observations;
  return observations
    .filter(({ source }) => source.table !== null)
    .map(({ statistic, value, unit, measure, area, period }) =>
      [statistic, value, unit, measure.label, area?.label, period].join(' | '),
    )
    .sort();
}

const some = <T>(items: readonly T[], least: number) => fc.shuffledSubarray([...items], { minLength: least });
/** Counts of crimes that are no years; each once, since the test's tree finds a text by its first place. */
const counts = (rows: number, columns: number) =>
  fc
    .uniqueArray(fc.integer({ min: 2100, max: 9999 }), { minLength: rows * columns, maxLength: rows * columns })
    .map((all) => Array.from({ length: rows }, (_, row) => all.slice(row * columns, (row + 1) * columns)));

function transposed(rows: readonly (readonly string[])[]): string[][] {
  return rows[0]!.map((_, column) => rows.map((row) => row[column]!));
}

/** The same columns in another order, the labels first. */
function reordered(rows: readonly (readonly string[])[], order: readonly number[]): string[][] {
  return rows.map(([label, ...cells]) => [label!, ...order.map((column) => cells[column]!)]);
}

const table = some(MEASURES, 3).chain((measures) =>
  counts(measures.length, YEARS.length).map((values) => [
    ['Offence', ...YEARS],
    ...measures.map((measure, row) => [measure, ...values[row]!.map(String)]),
  ]),
);

describe('the layout of a table changes nothing of what it states', () => {
  test('measures down, years across, or the other way round', () => {
    fc.assert(
      fc.property(table, (rows) => {
        expect(figuresOf(transposed(rows))).toEqual(figuresOf(rows));
      }),
    );
  });

  test('columns and rows in any order', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const [header, ...body] = rows;
        expect(figuresOf(reordered(rows, [1, 0]))).toEqual(figuresOf(rows));
        expect(figuresOf([header!, ...body.reverse()])).toEqual(figuresOf(rows));
      }),
    );
  });

  test('a title row, and a header above the years', () => {
    fc.assert(
      fc.property(table, (rows) => {
        expect(figuresOf([['Recorded crime', '', ''], ...rows])).toEqual(figuresOf(rows));
        expect(figuresOf([['', 'Number of offences', ''], ...rows])).toEqual(figuresOf(rows));
      }),
    );
  });

  test('earlier, later, their difference and percentage in any order', () => {
    const columns = ['2017/18', '2018/19', 'Change', '% change'];
    const full = some(MEASURES, 4).chain((measures) =>
      counts(measures.length, 2).map((values) => [
        ['Offence', ...columns],
        ...measures.map((measure, row) => {
          const [earlier, later] = values[row]!;
          const change = later! - earlier!;
          return [
            measure,
            String(earlier),
            String(later),
            change > 0 ? `+${change}` : String(change),
            `${((change / earlier!) * 100).toFixed(1)}%`,
          ];
        }),
      ]),
    );
    fc.assert(
      fc.property(full, fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }), (rows, order) => {
        expect(figuresOf(reordered(rows, order))).toEqual(figuresOf(rows));
      }),
    );
  });

  test('areas down or across, the measure told above', () => {
    const byArea = some(AREAS, 3).chain((areas) =>
      counts(areas.length, YEARS.length).map((values) => [
        ['District', ...YEARS],
        ...areas.map((area, row) => [area, ...values[row]!.map(String)]),
      ]),
    );
    fc.assert(
      fc.property(byArea, (rows) => {
        const before = 'The table below shows robbery by district:';
        expect(figuresOf(transposed(rows), before)).toEqual(figuresOf(rows, before));
      }),
    );
  });

  test('the period in the header, in a row of its own or in the sentence before', () => {
    const oneYear = some(MEASURES, 3).chain((measures) =>
      counts(measures.length, 1).map((values) => measures.map((measure, row) => [measure, String(values[row]![0])])),
    );
    fc.assert(
      fc.property(oneYear, (body) => {
        const inHeader = figuresOf([['Offence', '2018/19'], ...body]);
        expect(figuresOf([['Offence', 'Number'], ...body], 'The table below is for 2018/19:')).toEqual(inHeader);
        expect(figuresOf([['', '2018/19'], ['Offence', 'Number'], ...body])).toEqual(inHeader);
      }),
    );
  });
});
