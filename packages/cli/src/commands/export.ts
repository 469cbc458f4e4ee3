import { resolve } from 'node:path';
import type { ExportedPaper, ExportFile, ExportRow } from '@scrutineer/export';
import { EXPORT_FORMATS, type ExportFormat } from '@scrutineer/export/formats';
import type { ObservationFilters, Store, StoredPaper } from '@scrutineer/store';
import { type Command, Option } from 'commander';
import { type Context, contextOf, withStoreToRead } from '../context.ts';
import { csvSafeOption } from '../csv-safe-option.ts';
import { CommandError } from '../exit-codes.ts';
import { addFilterOptions, type FilterOptions, filtersOf } from '../observation-filter-options.ts';
import { type OriginOptions, published, reported } from '../published-origin.ts';

const EXAMPLES = `
Examples:
  $ scrutineer export --format csv > figures.csv
  $ scrutineer export --format excel --output figures.xlsx --area Cumbria
  $ scrutineer export --format datapackage --output figures
  $ scrutineer export --format html --paper q2.md --output q2.html

csv and jsonl go to standard output where --output is not given. csvw, sdmx-csv and datapackage make several files: --output
is their folder. html is a report of one paper, with its figures marked and what the audit found beside them.`;

/** Those of observations, and the report of a paper, which is made from its text too. */
const FORMATS = [...EXPORT_FORMATS.map(({ name }) => name), 'html'];

interface Options extends FilterOptions {
  readonly format: string;
  readonly output?: string;
  readonly localPaths?: boolean;
  readonly csvSafe?: boolean;
}

export function define(command: Command): void {
  command
    .addOption(new Option('--format <format>', 'what to write').choices(FORMATS).default('csv'))
    .option('--output <path>', 'the file to write, or the folder where the format has several files')
    .addOption(csvSafeOption())
    .option('--no-local-paths', 'tell of papers from this machine the name alone, and not the folder');
  addFilterOptions(command).addHelpText('after', EXAMPLES).action(exportObservations);
}

async function exportObservations(options: Options, command: Command): Promise<void> {
  const context = contextOf(command);
  const format = EXPORT_FORMATS.find(({ name }) => name === options.format) ?? null;
  if (options.output === undefined && !format?.printable) {
    throw new CommandError(`--format ${options.format} needs --output: a ${kindOfOutput(format)} to write`);
  }
  if (!format && options.paper === undefined) throw new CommandError('--format html needs --paper: it is of one paper');
  await withStoreToRead(context, async (store) => {
    const filters = await filtersOf(options, store);
    const files = format
      ? await filesOf(format, store, filters, options)
      : await reportOf(context, store, filters, options);
    await deliver(files, format, options.output);
  });
}

function kindOfOutput(format: ExportFormat | null): string {
  return format?.ending === null ? 'folder' : 'file';
}

async function deliver(
  files: AsyncIterable<ExportFile>,
  format: ExportFormat | null,
  output: string | undefined,
): Promise<void> {
  if (output === undefined) {
    const { printData } = await import('../output/print.ts');
    for await (const { content } of files) await printData(content as AsyncIterable<string>);
    return;
  }
  const { writeIntoFolder, writeOneFile } = await import('../write-export.ts');
  if (format?.ending === null) return writeIntoFolder(files, resolve(output));
  return writeOneFile(files, resolve(output), format?.ending ?? '.html');
}

async function filesOf(
  format: ExportFormat,
  store: Store,
  filters: ObservationFilters,
  options: Options,
): Promise<AsyncIterable<ExportFile>> {
  const write = await format.load();
  return write(await rowsOf(store, filters, options), {
    csvSafe: options.csvSafe ?? false,
    groupOf: format.name === 'excel' ? await registryGroups() : () => null,
  });
}

/** Observations as they come out of the store, each with its paper. */
async function rowsOf(
  store: Store,
  filters: ObservationFilters,
  options: OriginOptions,
): Promise<AsyncIterable<ExportRow>> {
  const { findObservations, listPapers } = await import('@scrutineer/store');
  const papers = new Map<string, ExportedPaper>(
    (await listPapers(store)).map((paper) => [paper.id, published(paper, options)]),
  );
  async function* rows() {
    for await (const { observation } of findObservations(store, filters)) {
      const paper = papers.get(observation.paper);
      // What a worker wrote after the list was made is of the next export.
      if (paper) yield { observation, paper };
    }
  }
  return rows();
}

/** The group of each measure of the registry, by the measure's id. */
async function registryGroups(): Promise<(measure: string | null) => string | null> {
  const { allMeasures } = await import('@scrutineer/extract/registry');
  const groups = new Map(allMeasures().map(({ measure }) => [measure.id, measure.group]));
  return (measure) => (measure === null ? null : (groups.get(measure) ?? null));
}

/** The report of the one paper that was named. */
async function reportOf(
  context: Context,
  store: Store,
  filters: ObservationFilters,
  options: Options,
): Promise<AsyncIterable<ExportFile>> {
  const { paper: name } = options;
  const { listPapers } = await import('@scrutineer/store');
  const [paper, ...others] = (await listPapers(store)).filter(({ id }) => filters.papers?.includes(id));
  if (!paper || others.length > 0) {
    throw new CommandError(`"${name}" means ${others.length + 1} papers; give the beginning of one’s id`);
  }
  const { storedTree } = await import('../stored-tree.ts');
  const tree = await storedTree(context, paper);
  if (!tree) throw new CommandError(`${paper.file} cannot be read again from the archive ${context.archivePath}`);
  const rows = await Array.fromAsync(await rowsOf(store, filters, options));
  const observations = rows.map(({ observation }) => observation);
  const { toHtmlReport } = await import('@scrutineer/export/html');
  return toHtmlReport({
    paper: reported(paper, options),
    tree,
    observations,
    findings: await findingsOf(store, paper),
  });
}

async function findingsOf(store: Store, paper: StoredPaper) {
  const { auditPapers } = await import('@scrutineer/workers/audit-papers');
  const { listPapers } = await import('@scrutineer/store');
  const current = (await listPapers(store)).filter(({ supersededBy }) => supersededBy.length === 0);
  return (await auditPapers(store, [paper], current)).findings;
}
