import { timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { isIP } from 'node:net';

/** What of a request decides on whether it is answered. */
export interface Asked {
  readonly method: string;
  readonly headers: IncomingHttpHeaders;
}

export interface GuardOptions {
  /** Names, beside `localhost` and addresses, by which this server is asked for. */
  readonly names: readonly string[];
  /** Who knows it may write; null where nobody may. */
  readonly token: string | null;
}

/** Methods that change nothing. */
const READING: ReadonlySet<string> = new Set(['GET', 'HEAD']);

/** The name of the cookie that carries the token from a page of this server back to it. */
export const TOKEN_COOKIE = 'scrutineer_token';

/**
 * Why a request is refused; null where it is answered. A page elsewhere can have a browser send requests here, and by a
 * name that it lets point here ("DNS rebinding") even read the answers: so names that are not this server's are refused,
 * and so are pages of other servers, but for a link that a person follows. Writing takes the token on top.
 */
export function refusalOf({ method, headers }: Asked, { names, token }: GuardOptions): string | null {
  const host = URL.parse(`http://${headers.host ?? ''}`);
  if (host?.username !== '' || !isOurs(host.hostname, names))
    return 'this server does not answer by that name; add it to SCRUTINEER_SERVER_NAMES if it is meant';
  const looks = READING.has(method) && headers['sec-fetch-mode'] === 'navigate';
  if (!looks && isForeign(headers, host)) return 'requests from pages of other servers are refused';
  if (READING.has(method)) return null;
  if (token === null) return 'this server only shows; nothing can be changed here';
  return knows(headers, token) ? null : 'to change anything takes the token that was printed at the start';
}

/** Addresses are no names: nobody else can let them point here. */
function isOurs(hostname: string, names: readonly string[]): boolean {
  const name = hostname.toLowerCase().replace(/^\[|\]$/g, '');
  return name === 'localhost' || isIP(name) !== 0 || names.some((known) => known.toLowerCase() === name);
}

function isForeign({ origin, 'sec-fetch-site': site }: IncomingHttpHeaders, host: URL): boolean {
  if (site === 'cross-site' || site === 'same-site') return true;
  return origin !== undefined && URL.parse(origin)?.host !== host.host;
}

function knows({ authorization, cookie }: IncomingHttpHeaders, token: string): boolean {
  const told = [/^Bearer (\S+)$/i.exec(authorization ?? '')?.[1], cookieNamed(TOKEN_COOKIE, cookie ?? '')];
  return told.some((given) => given !== undefined && isSame(given, token));
}

function cookieNamed(name: string, cookies: string): string | undefined {
  const pairs = cookies.split(';').map((pair) => pair.trim().split('='));
  return pairs.find(([key]) => key === name)?.[1];
}

/** Takes the same time wherever they differ. */
export function isSame(given: string, token: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(token)];
  return a.length === b.length && timingSafeEqual(a, b);
}
