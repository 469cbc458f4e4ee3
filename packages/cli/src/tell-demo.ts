import { styleText } from 'node:util';
import type { Source } from '@scrutineer/ingest/sources';
import type { Finding } from '@scrutineer/model';
import { countByMeasure, findObservations, listPapers, type Store, type StoredPaper } from '@scrutineer/store';
import { auditPapers } from '@scrutineer/workers/audit-papers';
import { type Context, withStore } from './context.ts';
import { EXIT } from './exit-codes.ts';
import { findingColumns } from './finding-columns.ts';
import { ingestWithProgress } from './ingest-with-progress.ts';
import { SHORT_ID } from './observation-columns.ts';
import { counted } from './output/counted.ts';
import { print, printTable } from './output/print.ts';
import type { Column } from './output/text-table.ts';

const SHOWN_MEASURES = 12;
const SHOWN_FINDINGS = 5;

/** Ingests the sample papers and tells a newcomer what came out, and what to type next. */
export async function ingestAndTell(context: Context, sources: readonly Source[]): Promise<void> {
  await withStore(context, async (store) => {
    const ingested = await ingestWithProgress(context, store, sources, {});
    const papers = (await listPapers(store)).filter(({ supersededBy }) => supersededBy.length === 0);
    await tellPapers(papers);
    await tellMeasures(store);
    await tellFindings((await auditPapers(store, papers)).findings);
    await tellNext(context, store);
    if (ingested.some(({ outcome }) => outcome === 'failed')) process.exitCode = EXIT.someFailed;
  });
}

const PAPER_COLUMNS: readonly Column<StoredPaper>[] = [
  { title: 'paper', value: ({ file }) => file, flexible: true },
  { title: 'title', value: ({ facts }) => facts.title?.value ?? null, flexible: true },
  { title: 'date', value: ({ date }) => date },
  { title: 'observations', value: ({ observations }) => observations, align: 'right' },
];

async function tellPapers(papers: readonly StoredPaper[]): Promise<void> {
  await heading(`${counted(papers.length, 'paper')} read`);
  await printTable(papers, PAPER_COLUMNS);
}

type MeasureCount = Awaited<ReturnType<typeof countByMeasure>>[number];

const MEASURE_COLUMNS: readonly Column<MeasureCount>[] = [
  { title: 'measure', value: ({ measure }) => measure, flexible: true },
  { title: 'observations', value: ({ count }) => count, align: 'right' },
];

async function tellMeasures(store: Store): Promise<void> {
  const measures = await countByMeasure(store);
  const total = measures.reduce((sum, { count }) => sum + count, 0);
  await heading(`${counted(total, 'observation')} of ${counted(measures.length, 'measure')}`);
  await printTable(measures.slice(0, SHOWN_MEASURES), MEASURE_COLUMNS);
  await tellRest(measures.length - SHOWN_MEASURES);
}

async function tellFindings(findings: readonly Finding[]): Promise<void> {
  await heading(
    findings.length === 0
      ? 'No figures that do not fit'
      : `${counted(findings.length, 'place')} where figures do not fit or need care`,
  );
  await printTable(findings.slice(0, SHOWN_FINDINGS), findingColumns());
  await tellRest(findings.length - SHOWN_FINDINGS);
}

async function tellRest(count: number): Promise<void> {
  if (count > 0) await print([`… and ${count} more\n`]);
}

async function tellNext({ storePath }: Context, store: Store): Promise<void> {
  const id = await anyId(store);
  await heading('What to type next');
  const commands: readonly (readonly [command: string, what: string])[] = [
    [`observations --store ${storePath}`, 'all of them'],
    [`show ${id} --store ${storePath}`, 'one figure where it stands in its paper'],
    [`audit --store ${storePath}`, 'all findings'],
    ['ingest PATH', 'your own papers'],
    ['--help', 'everything else'],
  ];
  await print(commands.map(([command, what]) => `  npx pnpm exec scrutineer ${command}\n      ${what}\n`));
  await print([`\nThe store is ${storePath}, a SQLite file.\n`]);
}

async function anyId(store: Store): Promise<string> {
  for await (const { observation } of findObservations(store)) return observation.id.slice(0, SHORT_ID);
  return 'ID';
}

async function heading(text: string): Promise<void> {
  await print([`\n${styleText('bold', text, { stream: process.stdout })}\n`]);
}
