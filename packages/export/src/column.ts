/**
 * What a column holds. `date` is an ISO 8601 date. A `list` is a JSON array, so that no text in it can be mistaken for
 * two; it is never null, and written as nothing where it is empty.
 */
export type ColumnType = 'text' | 'integer' | 'number' | 'date' | 'list';

export type ColumnValue = string | number | readonly unknown[] | null;

/** A column of a flat table, declared once for all formats. */
export interface Column<Row> {
  /** Lower case with underscores: the heading in files that programs read. */
  readonly name: string;
  /** The heading in files that people read. */
  readonly title: string;
  readonly description: string;
  readonly type: ColumnType;
  /** It is never null. */
  readonly required?: boolean;
  /** The only values that occur. */
  readonly values?: readonly string[];
  /** What all values match. */
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  /** The term of a public vocabulary that means the same. */
  readonly term?: string;
  readonly value: (row: Row) => ColumnValue;
}

export type ColumnDefinition<Row> = Omit<Column<Row>, 'name' | 'title' | 'value'>;

export function column<Row>(
  name: string,
  title: string,
  value: Column<Row>['value'],
  definition: ColumnDefinition<Row>,
): Column<Row> {
  return { name, title, ...definition, value };
}

/** ISO 8601: a date, or two with a slash between them. */
export const PERIOD_PATTERN = '^\\d{4}-\\d{2}-\\d{2}(/\\d{4}-\\d{2}-\\d{2})?$';

/** The public vocabularies that columns take their terms from. */
export const TERMS = {
  sdmx: 'http://purl.org/linked-data/sdmx/2009',
  annotation: 'http://www.w3.org/ns/oa',
  dublinCore: 'http://purl.org/dc/terms',
  provenance: 'http://www.w3.org/ns/prov',
} as const;

/** The value as flat text or number: a list as JSON, an empty one as null. */
export function flatValue<Row>({ value }: Pick<Column<Row>, 'value'>, row: Row): string | number | null {
  const held = value(row);
  if (typeof held !== 'object' || held === null) return held;
  return held.length === 0 ? null : JSON.stringify(held);
}
