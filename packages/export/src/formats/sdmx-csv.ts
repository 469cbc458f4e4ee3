import { type CsvOptions, csvRecord } from '../csv-record.ts';
import { type ExportedPaper, type ExportFile, type ExportRow, notingPapers, type Rows } from '../row.ts';
import { type Components, createComponents } from '../sdmx/components.ts';
import { DATED, structureId, structureMessage, UNDATED } from '../sdmx/structure-message.ts';

/** Of a message about no paper at all. */
const NO_TIME = '1970-01-01T00:00:00.000Z';

/**
 * Observations as SDMX-CSV 2.0 (SDMX 3.0), and the SDMX-JSON 2.0.0 structure message with the structures they refer to.
 * The code lists hold the codes that occur, so the structure is written last.
 */
export async function* toSdmxCsv(rows: Rows<ExportRow>, options: CsvOptions = {}): AsyncGenerator<ExportFile> {
  const components = createComponents();
  const papers = new Map<string, ExportedPaper>();
  yield { name: 'observations.csv', content: dataMessage(notingPapers(rows, papers), components, options) };
  const message = structureMessage(components, lastSeen(papers.values()));
  yield { name: 'structure.json', content: [`${JSON.stringify(message, null, 2)}\n`] };
}

/**
 * SDMX-CSV field guide 2.0.0, "Columns": the structure, the action, dimensions, measures, attributes. An observation
 * without a period is of the structure without that dimension, and leaves the column of it empty.
 */
async function* dataMessage(
  rows: Rows<ExportRow>,
  components: Components,
  options: CsvOptions,
): AsyncGenerator<string> {
  const columns = [...components.dimensions, components.time, components.measure, ...components.attributes];
  yield csvRecord(['STRUCTURE', 'STRUCTURE_ID', 'ACTION', ...columns.map(({ id }) => id)]);
  for await (const row of rows) {
    const structure = structureId(row.observation.period === null ? UNDATED : DATED);
    yield csvRecord(['datastructure', structure, 'I', ...columns.map(({ value }) => value(row))], options);
  }
}

function lastSeen(papers: Iterable<ExportedPaper>): string {
  let last = '';
  for (const { origins } of papers) for (const { seenAt } of origins) last = seenAt > last ? seenAt : last;
  return last || NO_TIME;
}
