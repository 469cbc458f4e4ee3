import { createPoliteFetcher, type DiscoveredSource, parseSource } from '@scrutineer/ingest/sources';
import { searchApart } from '@scrutineer/workers/search';
import { settingsOf } from '@scrutineer/workers/settings';
import type { Context } from './context.ts';
import { EXIT } from './exit-codes.ts';
import { printTable } from './output/print.ts';
import type { Column } from './output/text-table.ts';

/** Searches sources and prints the papers they announce; nothing is kept. */
export async function printDiscovered(sources: readonly string[], { log }: Context): Promise<void> {
  const { contact, allowedHosts, hostDelay } = settingsOf();
  const fetcher = createPoliteFetcher({ allowedHosts, minimumDelay: hostDelay, ...(contact ? { contact } : {}) });
  const found: DiscoveredSource[] = [];
  for (const source of sources) {
    for await (const page of searchApart(parseSource(source), (url) => fetcher.fetch(url, { kind: 'page' }), {})) {
      found.push(...page.sources);
      for (const { reason } of page.problems) {
        log('error', reason, { source });
        process.exitCode = EXIT.someFailed;
      }
    }
  }
  await printTable(found, COLUMNS);
  log('info', `${found.length} found; nothing was fetched but the pages that were searched`);
}

const COLUMNS: readonly Column<DiscoveredSource>[] = [
  { title: 'paper', value: ({ origin }) => origin, flexible: true },
  { title: 'link text', value: ({ publication }) => publication?.linkText ?? null, flexible: true },
  { title: 'meeting', value: ({ publication }) => publication?.meetingDate ?? null },
];
