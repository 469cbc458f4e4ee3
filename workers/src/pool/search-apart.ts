import type { ChildProcess } from 'node:child_process';
import {
  type DiscoveredPage,
  type DiscoverOptions,
  type Discovery,
  discover,
  type FetchPage,
  notSearched,
  type SourceSpec,
} from '@scrutineer/ingest/sources';
import { endBox, startInBox } from './box.ts';
import type { Answer, Told } from './search-messages.ts';

/** MiB and milliseconds that one page of a source may take to be read: the largest sitemap needs a part of it. */
export interface SearchLimits {
  readonly memory: number;
  readonly time: number;
}

const LIMITS: SearchLimits = { memory: 1000, time: 60_000 };

/**
 * As `discover`, with pages of the web read in a box: feeds, sitemaps and link pages are as little to be trusted as papers.
 * The box asks for pages and gets them; what it says that it found is believed where it is an address on the web.
 */
export async function* searchApart(
  spec: SourceSpec,
  fetchPage: FetchPage,
  options: DiscoverOptions = {},
  limits: SearchLimits = LIMITS,
): Discovery {
  if (!('url' in spec)) return yield* discover(spec, fetchPage, options);
  const box = startInBox(new URL('./search-process.ts', import.meta.url), limits.memory);
  try {
    let answer = await ask(box, { spec, options }, limits);
    while (answer !== null && !('end' in answer)) {
      const told: Told = 'fetch' in answer ? { fetched: await fetchPage(answer.fetch) } : { goOn: true };
      if ('page' in answer) yield onTheWeb(answer.page);
      answer = await ask(box, told, limits);
    }
    if (answer === null) yield notSearched(`${spec.url} has a page that takes more time or memory than it may`);
  } finally {
    await endBox(box);
  }
}

/** Null where the process ended, or answered too late. */
function ask(box: ChildProcess, told: Told, { time }: SearchLimits): Promise<Answer | null> {
  return new Promise((resolve) => {
    const settle = (answer: Answer | null) => {
      clearTimeout(timer);
      box.off('message', onMessage).off('exit', onEnd).off('error', onEnd);
      resolve(answer);
    };
    const onMessage = (answer: unknown) => settle(answer as Answer);
    const onEnd = () => settle(null);
    const timer = setTimeout(onEnd, time);
    box.on('message', onMessage).on('exit', onEnd).on('error', onEnd);
    box.send(told, (error) => error && onEnd());
  });
}

/** A search of the web finds nothing on this machine. */
function onTheWeb(page: DiscoveredPage): DiscoveredPage {
  const sources = page.sources.filter(({ kind, origin }) => kind === 'url' && /^https?:\/\//.test(origin));
  return { ...page, sources };
}
