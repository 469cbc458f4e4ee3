import type { Column, ColumnType } from '../column.ts';
import { OBSERVATION_COLUMNS } from '../columns.ts';
import { type CsvOptions, csvTable } from '../csv-record.ts';
import { PAPER_COLUMNS } from '../paper-columns.ts';
import { type ExportedPaper, type ExportFile, type ExportRow, notingPapers, type Rows } from '../row.ts';

/**
 * Observations and their papers as two CSV files with the metadata of "CSV on the Web" (W3C Recommendation "Metadata
 * Vocabulary for Tabular Data", 17 December 2015): a table group with datatypes, keys and the terms that columns mean.
 */
export async function* toCsvw(rows: Rows<ExportRow>, options: CsvOptions = {}): AsyncGenerator<ExportFile> {
  const papers = new Map<string, ExportedPaper>();
  yield { name: 'observations.csv', content: csvTable(notingPapers(rows, papers), OBSERVATION_COLUMNS, options) };
  yield { name: 'papers.csv', content: csvTable(papers.values(), PAPER_COLUMNS, options) };
  yield { name: 'csv-metadata.json', content: [`${JSON.stringify(csvwMetadata(), null, 2)}\n`] };
}

/** The metadata document: section 5.3 (table groups) to 5.6 (columns), and section 5.11.2 (datatypes). */
function csvwMetadata() {
  return {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'en' }],
    'dc:title': 'Figures stated by police and crime scrutiny papers',
    dialect: { encoding: 'utf-8', header: true, delimiter: ',', quoteChar: '"', doubleQuote: true },
    tables: [
      {
        url: 'observations.csv',
        'dc:title': 'Observations',
        tableSchema: {
          columns: OBSERVATION_COLUMNS.map(csvwColumn),
          primaryKey: 'id',
          foreignKeys: [{ columnReference: 'paper', reference: { resource: 'papers.csv', columnReference: 'id' } }],
          aboutUrl: 'observations.csv#{id}',
        },
      },
      {
        url: 'papers.csv',
        'dc:title': 'Papers',
        tableSchema: { columns: PAPER_COLUMNS.map(csvwColumn), primaryKey: 'id', aboutUrl: 'papers.csv#{id}' },
      },
    ],
  };
}

const BASES: Readonly<Record<ColumnType, string>> = {
  text: 'string',
  integer: 'integer',
  number: 'double',
  date: 'date',
  list: 'json',
};

function csvwColumn<Row>({ name, title, description, type, required, term, ...limits }: Column<Row>) {
  return {
    name,
    titles: [name, title],
    'dc:description': description,
    datatype: csvwDatatype(type, limits),
    ...(required ? { required } : {}),
    ...(term ? { propertyUrl: term } : {}),
    ...(name === 'paper' ? { valueUrl: 'papers.csv#{paper}' } : {}),
  };
}

/** Section 6.4: a name where nothing limits it, else a derived datatype. An enumeration is a regular expression. */
function csvwDatatype<Row>(
  type: ColumnType,
  { values, pattern, minimum, maximum }: Pick<Column<Row>, 'values' | 'pattern' | 'minimum' | 'maximum'>,
) {
  const format = values ? `^(?:${values.join('|')})$` : pattern;
  const limits = {
    ...(format === undefined ? {} : { format }),
    ...(minimum === undefined ? {} : { minimum }),
    ...(maximum === undefined ? {} : { maximum }),
  };
  return Object.keys(limits).length === 0 ? BASES[type] : { base: BASES[type], ...limits };
}
