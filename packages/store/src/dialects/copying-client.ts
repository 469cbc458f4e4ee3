import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

/** What asks for rows to be copied in: the protocol does so in messages of its own, which a query has no part in. */
const COPY = /^copy .* from stdin /is;

/** A client whose queries may also be `copy … from stdin $1`, the rows being the parameter. */
export class CopyingClient extends pg.Client {
  // biome-ignore lint/suspicious/noExplicitAny: node-postgres gives this method a dozen overloads; each is handed on as it came.
  override query(...call: any[]): any {
    const [text, parameters] = call;
    if (typeof text !== 'string' || !COPY.test(text)) return super.query(...(call as [string]));
    return this.#copy(text.replace('$1', ''), parameters[0]);
  }

  async #copy(statement: string, rows: string) {
    const stream = super.query(copyFrom(statement));
    await pipeline(Readable.from([rows], { objectMode: false }), stream);
    return { command: 'COPY', rowCount: stream.rowCount, rows: [] };
  }
}

/**
 * Rows in the text format of `copy`: a line each, columns set apart by tabs.
 * Source: PostgreSQL documentation, "COPY", "Text Format".
 *
 * @param columns those of each row to be written, in this order
 */
export function copyText<Row>(rows: readonly Row[], columns: readonly (keyof Row)[]): string {
  return rows.map((row) => `${columns.map((column) => copyField(row[column])).join('\t')}\n`).join('');
}

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function copyField(value: unknown): string {
  if (value === null || value === undefined) return '\\N';
  return String(value).replaceAll(/[\\\n\r\t]/g, (character) => ESCAPES[character]!);
}
