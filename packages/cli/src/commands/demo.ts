import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';
import { type Context, contextOf } from '../context.ts';
import { dataFolder } from '../data-folder.ts';
import { CommandError } from '../exit-codes.ts';
import { samplePapers } from '../sample-papers.ts';

const SAMPLES = fileURLToPath(new URL('../../../../samples/papers', import.meta.url));

export function define(command: Command): void {
  command
    .addHelpText('after', '\nReads the sample papers, which are invented, into a store of their own.')
    .action(demo);
}

async function demo(_: unknown, command: Command): Promise<void> {
  const context = contextOf(command, join(dataFolder(), 'demo.db'));
  const { expandSources } = await import('@scrutineer/ingest/sources');
  const { sources } = expandSources(samplePapers(SAMPLES));
  if (sources.length === 0) throw new CommandError(`there are no sample papers in ${SAMPLES}`);
  const { ingestAndTell } = await import('../tell-demo.ts');
  await ingestAndTell(asSentences(context), sources);
}

/** The demo tells about each paper in its own table. */
function asSentences(context: Context): Context {
  return { ...context, log: (level, message, fields) => level !== 'info' && context.log(level, message, fields) };
}
