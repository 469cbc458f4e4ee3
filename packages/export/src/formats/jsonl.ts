import type { ExportFile, ObservationRow, Rows } from '../row.ts';

/** Observations as the contract has them (`observationSchema`), one JSON object a line. */
export async function* toJsonLines(rows: Rows<ObservationRow>): AsyncGenerator<ExportFile> {
  yield { name: 'observations.jsonl', content: lines(rows) };
}

async function* lines(rows: Rows<ObservationRow>): AsyncGenerator<string> {
  for await (const { observation } of rows) yield `${JSON.stringify(observation)}\n`;
}
