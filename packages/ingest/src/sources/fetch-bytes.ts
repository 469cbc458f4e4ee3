import { failed, type StepResult } from '@scrutineer/model';
import { FetchError, type GetOptions, get, REDIRECTS, readBody } from './http-get.ts';
import { MAX_PAPER_BYTES } from './source.ts';

export interface FetchOptions extends GetOptions {
  readonly maxBytes?: number;
  /** For the whole of it, redirects included; milliseconds. */
  readonly timeout?: number;
}

const TIMEOUT = 60_000;
const MAX_REDIRECTS = 5;

/**
 * Fetches a web address with one plain GET, following at most five redirects.
 * Only http and https, and only addresses of the public internet: each host, that of a redirect too, is resolved, every
 * address it has is checked, and the connection goes to an address that was checked.
 */
export async function fetchBytes(url: string, options: FetchOptions = {}): Promise<StepResult<Uint8Array>> {
  const { timeout = TIMEOUT } = options;
  const signal = AbortSignal.timeout(timeout);
  try {
    return { status: 'complete', value: await follow(new URL(url), options, signal), messages: [] };
  } catch (error) {
    const { message, help } = explain(error, signal, timeout);
    return failed('source/not-fetched', `${url} cannot be fetched: ${message}`, help);
  }
}

function explain(error: unknown, signal: AbortSignal, timeout: number): FetchError {
  if (signal.aborted) return new FetchError(`it took longer than ${timeout / 1000} seconds`);
  if (error instanceof FetchError) return error;
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOTFOUND')
    return new FetchError('its host is not known', 'check how it is spelt, and the connection to the network');
  return new FetchError(`the connection failed (${code ?? 'no code'})`);
}

async function follow(start: URL, options: FetchOptions, signal: AbortSignal): Promise<Uint8Array> {
  let url = start;
  for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects += 1) {
    const response = await get(url, { 'user-agent': 'scrutineer' }, options, signal);
    const status = response.statusCode ?? 0;
    const { location } = response.headers;
    if (status === 200) return readBody(response, options.maxBytes ?? MAX_PAPER_BYTES);
    response.destroy();
    if (!REDIRECTS.has(status) || !location)
      throw new FetchError(`the server answered ${status} ${response.statusMessage}`.trim());
    url = new URL(location, url);
  }
  throw new FetchError(`it was redirected more than ${MAX_REDIRECTS} times`);
}
