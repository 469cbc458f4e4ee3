import { type LookupAddress, lookup as lookupAddresses } from 'node:dns';
import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { pipeline, type Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { isPublicAddress } from './public-address.ts';

/** How a host's addresses are found; all of them. */
export type ResolveHost = (
  host: string,
  done: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

export interface GetOptions {
  /** Hosts that may be fetched though their address is private, e.g. an intranet's. */
  readonly allowedHosts?: readonly string[];
  /** By default the resolver of the operating system. */
  readonly resolveHost?: ResolveHost;
}

/** What to do about most failures. */
const CHECK_ADDRESS = 'open the address in a browser to check it, or save the paper there and give the file';

/** A refusal or failure with a sentence for the reader, and what to do. */
export class FetchError extends Error {
  readonly help: string;

  constructor(message: string, help: string = CHECK_ADDRESS) {
    super(message);
    this.help = help;
  }
}

export const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/**
 * Sends one GET, following nothing. Only http and https, and only to addresses of the public internet: the host is
 * resolved, every address it has is checked, and the connection goes to an address that was checked.
 *
 * @throws FetchError where the address is not to be asked; the errors of node:http where it does not answer
 */
export function get(
  url: URL,
  headers: Readonly<Record<string, string>>,
  options: GetOptions,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  refuseUnfit(url, options);
  const request = url.protocol === 'https:' ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    const lookup = isAllowed(url.hostname, options) ? {} : { lookup: lookupPublic(options.resolveHost) };
    request(url, {
      headers: { accept: '*/*', 'accept-encoding': 'identity', ...headers },
      signal,
      agent: false,
      ...lookup,
    })
      .on('response', resolve)
      .on('error', reject)
      .end();
  });
}

/** Node connects to an address in the URL without a lookup, so that one is checked here. */
function refuseUnfit(url: URL, options: GetOptions): void {
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw new FetchError(`it leads to ${url.protocol}, not to the web`);
  if (url.username || url.password) throw new FetchError('it leads to an address with a password');
  const address = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(address) && !isAllowed(url.hostname, options)) refusePrivate(address, url.hostname);
}

function isAllowed(host: string, { allowedHosts = [] }: GetOptions): boolean {
  return allowedHosts.includes(host);
}

function refusePrivate(address: string, host: string): void {
  if (isPublicAddress(address)) return;
  const help = `save the paper and give the file, or, if you trust the host, \`ingest --allow-host ${host}\``;
  throw new FetchError(`${host} is not on the public internet (${address})`, help);
}

/** Resolves a host as Node would, and fails where any of its addresses is not public. */
function lookupPublic(resolveHost: ResolveHost = resolveBySystem): LookupFunction {
  return (host, options, done) => {
    resolveHost(host, (error, addresses) => {
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
}

const resolveBySystem: ResolveHost = (host, done) => {
  lookupAddresses(host, { all: true }, done);
};

/** The body, unpacked. @throws FetchError where it is larger than the limit, in bytes */
export async function readBody(response: IncomingMessage, limit: number): Promise<Uint8Array> {
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
