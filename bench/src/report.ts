import { type Figure, median, type PartResult } from './measure/figure.ts';

/** The results as Markdown: a heading for each part, and a table of medians with the spread of the runs. */
export function report(machine: string, results: readonly PartResult[]): string {
  return [`Measured on ${machine}.`, ...results.map(partReport)].join('\n\n');
}

function partReport({ part, figures, note }: PartResult): string {
  const lines = [`### ${part}`];
  if (note) lines.push('', `${note}.`);
  if (figures.length > 0) lines.push('', '| figure | median | unit | runs |', '| --- | ---: | --- | --- |');
  return [...lines, ...figures.map(figureLine)].join('\n');
}

function figureLine({ name, unit, runs }: Figure): string {
  return `| ${name} | ${rounded(median(runs))} | ${unit} | ${spread(runs)} |`;
}

function spread(runs: readonly number[]): string {
  if (runs.length === 1) return '1';
  return `${runs.length}, ${rounded(Math.min(...runs))} to ${rounded(Math.max(...runs))}`;
}

/** Three digits are all that a measurement on a busy machine is worth. */
function rounded(value: number): string {
  return Math.abs(value) >= 100 ? value.toFixed(0) : String(Number(value.toPrecision(3)));
}
