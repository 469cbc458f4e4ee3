import { readFile } from 'node:fs/promises';
import { expandSources } from '../expand-sources.ts';
import { pathOf } from '../local-path.ts';
import type { DiscoveredSource, Discovery } from './discovered.ts';

/** Papers in a folder and all below it, or those that a glob finds. */
export async function* discoverFiles(path: string): Discovery {
  const { sources, problems } = expandSources([path]);
  yield {
    sources: sources.map((source) => ({ ...source, publication: null })),
    checkpoint: null,
    problems: problems.map(({ reason }) => ({ kind: 'missing', reason, passing: false })),
  };
}

/** Papers at the web addresses that a text file lists, one a line; what follows `#` and a blank is a remark. */
export async function* discoverList(path: string): Discovery {
  const lines = (await readFile(pathOf(path), 'utf8'))
    .split(/\r?\n/)
    .map((line) => line.replace(/(?:^|\s)#.*$/, '').trim());
  const sources: DiscoveredSource[] = [];
  const wrong: string[] = [];
  for (const line of new Set(lines.filter(Boolean))) {
    const expanded = /^https?:/i.test(line) ? expandSources([line]).sources : [];
    if (expanded.length > 0) sources.push(...expanded.map((source) => ({ ...source, publication: null })));
    else wrong.push(line);
  }
  const reason = (line: string) => `${path} lists "${line}", which is no web address that can be fetched`;
  yield {
    sources,
    checkpoint: null,
    problems: wrong.map((line) => ({ kind: 'not-searched', reason: reason(line), passing: false })),
  };
}
