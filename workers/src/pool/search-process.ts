import { discover, type PoliteResult } from '@scrutineer/ingest/sources';
import { keepWatch } from './obey-orders.ts';
import type { Answer, Told } from './search-messages.ts';

keepWatch();

let told = Promise.withResolvers<Told>();
process.on('message', (message: Told) => told.resolve(message));

const first = await told.promise;
if ('spec' in first) {
  for await (const page of discover(first.spec, fetchPage, first.options)) await ask({ page });
  process.send?.({ end: true } satisfies Answer);
}

/** Pages are fetched by the process that this one searches for. */
async function fetchPage(url: string): Promise<PoliteResult> {
  const answer = await ask({ fetch: url });
  if (!('fetched' in answer)) throw new Error('no page was given');
  return answer.fetched;
}

function ask(answer: Answer): Promise<Told> {
  told = Promise.withResolvers();
  process.send?.(answer);
  return told.promise;
}
