import type { SeriesLine, SeriesRow, Vintage } from '@scrutineer/series';

const FORMAT = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 });

/** "1,884", "67.5": a value as people write it. */
export function valueText(value: number): string {
  return FORMAT.format(value);
}

/** "+7 (+0.4%)", "-2": how much a row's last revision changed it. */
export function revisionText({ revisions }: SeriesRow): string {
  const last = revisions.at(-1);
  if (!last) return '';
  const sign = last.size > 0 ? '+' : '';
  const percent = last.percent === null ? '' : ` (${sign}${valueText(last.percent)}%)`;
  return `${sign}${valueText(last.size)}${percent}${last.to.paper.date ? ` on ${last.to.paper.date}` : ''}`;
}

/** "1,890 q2.md 2019-11-05; 1,884 q3.md 2020-02-05": every value that papers gave, in the order of publication. */
export function vintagesText({ vintages }: SeriesRow): string {
  return vintages.map(vintageText).join('; ');
}

function vintageText({ value, figure, kind, paper }: Vintage): string {
  const said = [figure ?? valueText(value), paper.file, paper.date].filter(Boolean).join(' ');
  return kind === 'reported' ? said : `${said} [${kind}]`;
}

/** "q3.md line 42": where the value of a row is printed, or what it was derived in. */
export function placeText({ latest: { paper, line, page } }: SeriesRow): string {
  const place = page !== null ? ` page ${page}` : line !== null ? ` line ${line}` : '';
  return `${paper.file}${place}`;
}

/** The rows of a line with a value, in its order. */
export function valuesOf({ rows }: SeriesLine): SeriesRow[] {
  return rows.filter((row) => row.kind === 'value');
}
