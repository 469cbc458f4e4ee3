import type { IncomingMessage } from 'node:http';
import type { FetchRecord } from '@scrutineer/model';
import { FetchError, type GetOptions, get, REDIRECTS, readBody } from '../http-get.ts';
import { MAX_PAPER_BYTES } from '../source.ts';
import { CLOCK, type Clock, createHostTurns } from './host-turns.ts';
import { mediaTypeOf, wrongKind } from './judge-body.ts';
import { retryAfter } from './retry-after.ts';
import { ALLOW_ALL, FORBID_ALL, MOST_ROBOTS_BYTES, parseRobots, type Robots } from './robots.ts';

export interface PoliteOptions extends GetOptions {
  /** Address or page of whoever runs this; part of the user agent. */
  readonly contact?: string;
  /** Milliseconds between two requests to a host; a longer Crawl-delay goes before it. */
  readonly minimumDelay?: number;
  readonly maxBytes?: number;
  /** Milliseconds that one request may take. */
  readonly timeout?: number;
  readonly clock?: Clock;
}

export interface PoliteRequest {
  /** A paper must not turn out to be a web page, unless its URL says that it is one. */
  readonly kind: 'paper' | 'page';
  /** What the last answer said of the document's version. */
  readonly previous?: { readonly etag?: string; readonly lastModified?: string };
}

/** What came of a request. */
export type PoliteResult =
  | { readonly outcome: 'fetched'; readonly bytes: Uint8Array; readonly record: FetchRecord }
  | { readonly outcome: 'not-modified'; readonly record: FetchRecord }
  | PoliteFailure;

export interface PoliteFailure {
  /** `refused`: the site, or its robots.txt, does not want to be asked; or the address is not to be asked. */
  readonly outcome: 'refused' | 'failed';
  readonly record: FetchRecord;
  /** One sentence. */
  readonly reason: string;
  /** Trying again would give the same. */
  readonly permanent: boolean;
  /** Milliseconds for which the host is to be left alone; null where it did not ask. */
  readonly retryAfter: number | null;
}

export interface PoliteFetcher {
  /** Whatever happens comes back as a value. */
  fetch(url: string, request: PoliteRequest): Promise<PoliteResult>;
}

const PRODUCT = 'scrutineer';
const DELAY = 2000;
const TIMEOUT = 60_000;
const MOST_REDIRECTS = 10;
/** RFC 9309, section 2.3.1.2. */
const MOST_ROBOTS_REDIRECTS = 5;
/** Milliseconds for which a robots.txt is kept: a day (RFC 9309, section 2.4). */
const ROBOTS_KEPT = 24 * 3600 * 1000;
/** Milliseconds for which a robots.txt that could not be had counts as forbidding all. */
const NO_ROBOTS_KEPT = 10 * 60_000;

/** Headers that tell of the document or of the host's wishes. */
const KEPT_HEADERS = [
  'content-type',
  'content-length',
  'content-disposition',
  'etag',
  'last-modified',
  'retry-after',
  'location',
];

/**
 * Fetches from publishers' sites as they would want it: robots.txt obeyed, one request to a host at a time with a pause,
 * asked only whether something changed, left alone when they say so, and told who asks.
 */
export function createPoliteFetcher(options: PoliteOptions = {}): PoliteFetcher {
  const { clock = CLOCK, minimumDelay = DELAY, timeout = TIMEOUT, maxBytes = MAX_PAPER_BYTES } = options;
  const turns = createHostTurns(clock);
  const robotsOf = new Map<string, { readonly robots: Promise<Robots>; readonly until: number }>();
  const userAgent = options.contact ? `${PRODUCT} (+${options.contact})` : PRODUCT;

  return { fetch: (url, request) => fetchPolitely(url, request) };

  async function fetchPolitely(start: string, request: PoliteRequest): Promise<PoliteResult> {
    const record = emptyRecord(start, new Date(clock.now()).toISOString());
    try {
      return await follow(new URL(start), request, record);
    } catch (error) {
      const refused = error instanceof FetchError;
      const reason = refused
        ? `${start} cannot be fetched: ${error.message}`
        : `${start} cannot be fetched: ${wordsOf(error)}`;
      return failure(record, 'failed', reason, { permanent: refused });
    }
  }

  async function follow(start: URL, request: PoliteRequest, before: FetchRecord): Promise<PoliteResult> {
    let url = start;
    const hops: string[] = [];
    for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
      const record = { ...before, finalUrl: url.href, headers: hops.length > 0 ? { redirects: hops.join(' ') } : {} };
      const robots = await robotsAt(url);
      if (robots === FORBID_ALL)
        return failure(record, 'failed', `${url.href} is not fetched: ${url.host} does not give its robots.txt`, {});
      if (!robots.allows(url.pathname + url.search))
        return failure(record, 'refused', `${url.href} is not fetched: the site's robots.txt does not allow it`, {
          permanent: true,
        });
      const rest = turns.restOf(url.host);
      if (rest > 0)
        return failure(record, 'failed', `${url.host} is left alone for another ${Math.ceil(rest / 1000)} seconds`, {
          wait: rest,
        });
      const answer = await turns.take(
        url.host,
        () => pauseFor(robots),
        () => ask(url, request, record),
      );
      if (!('next' in answer)) return answer;
      hops.push(`${answer.status} ${answer.next.href}`);
      url = answer.next;
    }
    return failure(
      { ...before, headers: { redirects: hops.join(' ') } },
      'failed',
      `${start.href} cannot be fetched: it was redirected more than ${MOST_REDIRECTS} times`,
      { permanent: true },
    );
  }

  function pauseFor({ crawlDelay }: Robots): number {
    return Math.max(minimumDelay, crawlDelay ?? 0);
  }

  /** One request; where it is answered by a redirect, where to. */
  async function ask(
    url: URL,
    request: PoliteRequest,
    before: FetchRecord,
  ): Promise<PoliteResult | { readonly next: URL; readonly status: number }> {
    const signal = AbortSignal.timeout(timeout);
    try {
      const response = await get(url, headersOf(request), options, signal);
      const status = response.statusCode ?? 0;
      const record = { ...before, status, headers: { ...before.headers, ...keptHeaders(response) } };
      const { location } = response.headers;
      if (REDIRECTS.has(status) && location) {
        response.destroy();
        return { next: redirectTo(location, url), status };
      }
      if (status === 200) return await judge(url, request, record, response);
      response.destroy();
      return refusal(url, status, record);
    } catch (error) {
      if (error instanceof FetchError) throw error;
      turns.note(url.host, false);
      const reason = signal.aborted ? `it took longer than ${timeout / 1000} seconds` : wordsOf(error);
      return failure(before, 'failed', `${url.href} cannot be fetched: ${reason}`, {});
    }
  }

  async function judge(
    url: URL,
    { kind }: PoliteRequest,
    before: FetchRecord,
    response: IncomingMessage,
  ): Promise<PoliteResult> {
    const bytes = await readBody(response, maxBytes);
    turns.note(url.host, true);
    const record = { ...before, byteLength: bytes.byteLength, mediaType: mediaTypeOf(bytes) };
    const wrong = kind === 'paper' ? wrongKind(new URL(before.url), url, bytes) : null;
    if (wrong) return failure(record, 'failed', `${before.url} was not taken: ${wrong}`, { permanent: true });
    return { outcome: 'fetched', bytes, record: { ...record, outcome: 'fetched' } };
  }

  function refusal(url: URL, status: number, record: FetchRecord): PoliteResult {
    if (status === 304) {
      turns.note(url.host, true);
      return { outcome: 'not-modified', record: { ...record, outcome: 'not-modified' } };
    }
    const answered = `${url.href}: the server answered ${status}`;
    if (status === 401 || status === 403 || status === 451)
      return failure(record, 'refused', answered, { permanent: true });
    const passing = status === 408 || status === 425 || status === 429 || status >= 500;
    if (!passing) return failure(record, 'failed', answered, { permanent: true });
    turns.note(url.host, false);
    const asked = retryAfter(record.headers['retry-after'], clock.now());
    if (asked !== null) turns.leaveAlone(url.host, asked);
    return failure(record, 'failed', answered, asked === null ? {} : { wait: asked });
  }

  function headersOf({ previous }: PoliteRequest): Record<string, string> {
    return {
      'user-agent': userAgent,
      ...(previous?.etag ? { 'if-none-match': previous.etag } : {}),
      ...(previous?.lastModified ? { 'if-modified-since': previous.lastModified } : {}),
    };
  }

  function robotsAt(url: URL): Promise<Robots> {
    const known = robotsOf.get(url.origin);
    if (known && known.until > clock.now()) return known.robots;
    const robots = fetchRobots(url);
    robotsOf.set(url.origin, { robots, until: clock.now() + ROBOTS_KEPT });
    robots.then(
      (read) => {
        if (read === FORBID_ALL) robotsOf.set(url.origin, { robots, until: clock.now() + NO_ROBOTS_KEPT });
      },
      () => robotsOf.delete(url.origin),
    );
    return robots;
  }

  /** No such file allows all, a server that fails forbids all (RFC 9309, section 2.3.1). */
  async function fetchRobots(start: URL): Promise<Robots> {
    let url = new URL('/robots.txt', start);
    for (let redirects = 0; redirects <= MOST_ROBOTS_REDIRECTS; redirects += 1) {
      const answer = await turns.take(
        url.host,
        () => minimumDelay,
        () => askRobots(url),
      );
      if (!(answer instanceof URL)) return answer;
      url = answer;
    }
    return ALLOW_ALL;
  }

  async function askRobots(url: URL): Promise<Robots | URL> {
    try {
      const response = await get(url, { 'user-agent': userAgent }, options, AbortSignal.timeout(timeout));
      const { statusCode: status = 0, headers } = response;
      if (status === 200) return parseRobots(await readStart(response), PRODUCT);
      response.destroy();
      if (REDIRECTS.has(status) && headers.location) return redirectTo(headers.location, url);
      return status >= 400 && status < 500 && status !== 429 ? ALLOW_ALL : FORBID_ALL;
    } catch (error) {
      if (error instanceof FetchError) throw error;
      return FORBID_ALL;
    }
  }
}

/** As much of a robots.txt as is read of it. */
async function readStart(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response) {
    chunks.push(chunk as Buffer);
    size += (chunk as Buffer).length;
    if (size >= MOST_ROBOTS_BYTES) break;
  }
  response.destroy();
  return Buffer.concat(chunks).subarray(0, MOST_ROBOTS_BYTES).toString();
}

/** @throws FetchError where it is no address */
function redirectTo(location: string, from: URL): URL {
  const next = URL.parse(location, from.href);
  if (!next) throw new FetchError('it was redirected to what is no address');
  return next;
}

function keptHeaders({ headers }: IncomingMessage): Record<string, string> {
  return Object.fromEntries(
    KEPT_HEADERS.flatMap((name) => (headers[name] === undefined ? [] : [[name, String(headers[name])]])),
  );
}

function emptyRecord(url: string, fetchedAt: string): FetchRecord {
  return {
    url,
    finalUrl: url,
    fetchedAt,
    status: null,
    headers: {},
    paper: null,
    mediaType: null,
    byteLength: null,
    outcome: 'failed',
    reason: null,
  };
}

function failure(
  record: FetchRecord,
  outcome: PoliteFailure['outcome'],
  reason: string,
  { permanent = false, wait = null }: { readonly permanent?: boolean; readonly wait?: number | null },
): PoliteFailure {
  return { outcome, reason, permanent, retryAfter: wait, record: { ...record, outcome, reason } };
}

function wordsOf(error: unknown): string {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOTFOUND') return 'its host is not known';
  if (code === 'ECONNREFUSED') return 'the server does not accept connections';
  return `the connection failed (${code ?? 'no code'})`;
}
