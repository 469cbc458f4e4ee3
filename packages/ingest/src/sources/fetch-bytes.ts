import { type LookupAddress, lookup } from 'node:dns';
import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { pipeline, type Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { failed, type StepResult } from '@scrutineer/model';
import { isPublicAddress } from './public-address.ts';
import { MAX_PAPER_BYTES } from './source.ts';

export interface FetchOptions {
  /** Hosts that may be fetched though their address is private, e.g. an intranet's. */
  readonly allowedHosts?: readonly string[];
  readonly maxBytes?: number;
  /** For the whole of it, redirects included; milliseconds. */
  readonly timeout?: number;
}

const TIMEOUT = 60_000;
const MAX_REDIRECTS = 5;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/** What to do about most failures. */
const CHECK_ADDRESS = 'open the address in a browser to check it, or save the paper there and give the file';

/** A refusal or failure with a sentence for the reader, and what to do. */
class FetchError extends Error {
  readonly help: string;

  constructor(message: string, help: string = CHECK_ADDRESS) {
    super(message);
    this.help = help;
  }
}

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
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOTFOUND')
    return new FetchError('its host is not known', 'check how it is spelt, and the connection to the network');
  return new FetchError(message || code || 'the connection failed');
}

async function follow(start: URL, options: FetchOptions, signal: AbortSignal): Promise<Uint8Array> {
  let url = start;
  for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects += 1) {
    const response = await get(url, options, signal);
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

function get(url: URL, options: FetchOptions, signal: AbortSignal): Promise<IncomingMessage> {
  refuseUnfit(url, options);
  const request = url.protocol === 'https:' ? requestHttps : requestHttp;
  const headers = { 'user-agent': 'scrutineer', accept: '*/*', 'accept-encoding': 'identity' };
  return new Promise((resolve, reject) => {
    const lookup = isAllowed(url.hostname, options) ? {} : { lookup: lookupPublic };
    request(url, { headers, signal, agent: false, ...lookup })
      .on('response', resolve)
      .on('error', reject)
      .end();
  });
}

/** Node connects to an address in the URL without a lookup, so that one is checked here. */
function refuseUnfit(url: URL, options: FetchOptions): void {
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw new FetchError(`it leads to ${url.protocol}, not to the web`);
  if (url.username || url.password) throw new FetchError('it leads to an address with a password');
  const address = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(address) && !isAllowed(url.hostname, options)) refusePrivate(address, url.hostname);
}

function isAllowed(host: string, { allowedHosts = [] }: FetchOptions): boolean {
  return allowedHosts.includes(host);
}

function refusePrivate(address: string, host: string): void {
  if (isPublicAddress(address)) return;
  const help = `save the paper and give the file, or, if you trust the host, \`ingest --allow-host ${host}\``;
  throw new FetchError(`${host} is not on the public internet (${address})`, help);
}

/** Resolves a host as Node would, and fails where any of its addresses is not public. */
const lookupPublic: LookupFunction = (host, options, done) => {
  lookup(host, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
    if (error) return done(error, '');
    try {
      for (const { address } of addresses) refusePrivate(address, host);
    } catch (refusal) {
      return done(refusal as Error, '');
    }
    const [first] = addresses;
    return options.all ? done(null, addresses) : done(null, first!.address, first!.family);
  });
};

async function readBody(response: IncomingMessage, limit: number): Promise<Uint8Array> {
  const tooLarge = () =>
    new FetchError(`it is larger than the ${Math.floor(limit / 1024 / 1024)} MiB that a paper may have`);
  if (Number(response.headers['content-length'] ?? 0) > limit) {
    response.destroy();
    throw tooLarge();
  }
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of decoded(response)) {
    size += chunk.length;
    if (size > limit) {
      response.destroy();
      throw tooLarge();
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Some servers compress unasked. */
function decoded(response: IncomingMessage): Readable {
  const encoding = (response.headers['content-encoding'] ?? 'identity').toLowerCase();
  const decoders = { gzip: createGunzip, 'x-gzip': createGunzip, deflate: createInflate, br: createBrotliDecompress };
  if (encoding === 'identity') return response;
  const decoder = decoders[encoding as keyof typeof decoders];
  if (!decoder) throw new FetchError(`the server compresses it in an unknown way (${encoding})`);
  return pipeline(response, decoder(), () => {});
}
