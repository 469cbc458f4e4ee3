/** A sample paper as its author wrote it: what every format is set from. */
export interface Sample {
  /** File name without its ending. */
  readonly name: string;
  readonly header: string;
  readonly footer: string;
  readonly blocks: readonly Block[];
  readonly notes: readonly Note[];
}

export type Block = Heading | Paragraph | List | Table;

export interface Heading {
  readonly kind: 'heading';
  /** 1 to 4. */
  readonly depth: number;
  readonly runs: readonly Run[];
}

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly runs: readonly Run[];
}

export interface List {
  readonly kind: 'list';
  /** Number of the first item; null where the items have bullets. */
  readonly start: number | null;
  readonly items: readonly (readonly Block[])[];
}

export interface Table {
  readonly kind: 'table';
  readonly columns: number;
  /** A cell that spans rows stands in its first row only. */
  readonly rows: readonly (readonly Cell[])[];
}

export interface Cell {
  readonly column: number;
  readonly rowSpan: number;
  readonly colSpan: number;
  readonly header: boolean;
  readonly runs: readonly Run[];
}

/** A piece of text in one style, a line break, or a reference to a footnote. */
export type Run = TextRun | { readonly kind: 'break' } | { readonly kind: 'note'; readonly number: number };

export interface TextRun {
  readonly kind: 'text';
  readonly text: string;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly superscript: boolean;
}

export interface Note {
  readonly number: number;
  readonly runs: readonly Run[];
}

/** The leading rows of a table that hold nothing but header cells. */
export function headerRows({ rows }: Table): number {
  const first = rows.findIndex((row) => row.some((cell) => !cell.header));
  return first === -1 ? 0 : first;
}

/** The text of runs, line breaks as blanks, without references to notes. */
export function plainText(runs: readonly Run[]): string {
  return runs.map((run) => (run.kind === 'text' ? run.text : run.kind === 'break' ? ' ' : '')).join('');
}
