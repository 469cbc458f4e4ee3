import type { Column, ColumnType } from '../column.ts';
import { OBSERVATION_COLUMNS } from '../columns.ts';
import { type CsvOptions, csvTable } from '../csv-record.ts';
import { PAPER_COLUMNS } from '../paper-columns.ts';
import { type ExportedPaper, type ExportFile, type ExportRow, notingPapers, type Rows } from '../row.ts';

/**
 * Observations and their papers as a Frictionless Tabular Data Package, version 1: two CSV files and `datapackage.json`
 * with a Table Schema for each.
 */
export async function* toDataPackage(rows: Rows<ExportRow>, options: CsvOptions = {}): AsyncGenerator<ExportFile> {
  const papers = new Map<string, ExportedPaper>();
  yield { name: 'observations.csv', content: csvTable(notingPapers(rows, papers), OBSERVATION_COLUMNS, options) };
  yield { name: 'papers.csv', content: csvTable(papers.values(), PAPER_COLUMNS, options) };
  yield { name: 'datapackage.json', content: [`${JSON.stringify(descriptor(), null, 2)}\n`] };
}

/** The descriptor, by the profile `tabular-data-package`. */
function descriptor() {
  return {
    profile: 'tabular-data-package',
    name: 'scrutineer-observations',
    title: 'Figures stated by police and crime scrutiny papers',
    resources: [
      resource('observations', OBSERVATION_COLUMNS, [
        { fields: 'paper', reference: { resource: 'papers', fields: 'id' } },
      ]),
      resource('papers', PAPER_COLUMNS),
    ],
  };
}

function resource<Row>(name: string, columns: readonly Column<Row>[], foreignKeys?: readonly unknown[]) {
  return {
    profile: 'tabular-data-resource',
    name,
    path: `${name}.csv`,
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    dialect: { delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true, header: true },
    schema: {
      fields: columns.map(field),
      missingValues: [''],
      primaryKey: 'id',
      ...(foreignKeys ? { foreignKeys } : {}),
    },
  };
}

const TYPES: Readonly<Record<ColumnType, string>> = {
  text: 'string',
  integer: 'integer',
  number: 'number',
  date: 'date',
  list: 'array',
};

/** A field of Table Schema with its constraints. */
function field<Row>({
  name,
  title,
  description,
  type,
  term,
  required,
  values,
  pattern,
  minimum,
  maximum,
}: Column<Row>) {
  const constraints = {
    ...(required ? { required } : {}),
    ...(name === 'id' ? { unique: true } : {}),
    ...(values ? { enum: values } : {}),
    ...(pattern === undefined ? {} : { pattern }),
    ...(minimum === undefined ? {} : { minimum }),
    ...(maximum === undefined ? {} : { maximum }),
  };
  return {
    name,
    title,
    description,
    type: TYPES[type],
    ...(term ? { rdfType: term } : {}),
    ...(Object.keys(constraints).length > 0 ? { constraints } : {}),
  };
}
