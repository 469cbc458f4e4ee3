/** What a host lets a fetcher ask for. Source: RFC 9309, Robots Exclusion Protocol. */
export interface Robots {
  /** Whether a path, with its query, may be asked for. */
  allows(path: string): boolean;
  /** Milliseconds that the host wants between requests (the common extension Crawl-delay); null where it says none. */
  readonly crawlDelay: number | null;
}

/** Bytes of a robots.txt that are read, as RFC 9309 section 2.5 asks at least. */
export const MOST_ROBOTS_BYTES = 500 * 1024;

/** Seconds: a host that asks for more would in effect forbid all. */
const LONGEST_CRAWL_DELAY = 120;

export const ALLOW_ALL: Robots = { allows: () => true, crawlDelay: null };
export const FORBID_ALL: Robots = { allows: () => false, crawlDelay: null };

interface Rule {
  readonly allow: boolean;
  readonly pattern: string;
}

interface Group {
  readonly agents: readonly string[];
  readonly rules: readonly Rule[];
  readonly crawlDelay: number | null;
}

/**
 * Reads a robots.txt.
 *
 * @param product the fetcher's product token, as in its user agent
 */
export function parseRobots(text: string, product: string): Robots {
  const groups = groupsOf(linesOf(text));
  const named = groups.filter(({ agents }) => agents.includes(product.toLowerCase()));
  const chosen = named.length > 0 ? named : groups.filter(({ agents }) => agents.includes('*'));
  const rules = chosen.flatMap((group) => group.rules);
  const delays = chosen.flatMap(({ crawlDelay }) => crawlDelay ?? []);
  return {
    allows: (path) => path === '/robots.txt' || isAllowed(rules, normalised(path)),
    crawlDelay: delays.length > 0 ? Math.max(...delays) : null,
  };
}

interface Line {
  readonly key: string;
  readonly value: string;
}

function linesOf(text: string): Line[] {
  return text
    .slice(0, MOST_ROBOTS_BYTES)
    .replace(/^\ufeff/, '')
    .split(/\r\n|\r|\n/)
    .flatMap((line) => {
      const [, key, value] = /^\s*([A-Za-z-]+)\s*:\s*([^#]*)/.exec(line) ?? [];
      return key === undefined ? [] : [{ key: key.toLowerCase(), value: value!.trim() }];
    });
}

/** Lines of agents that follow each other begin one group; other lines of unknown meaning do not end it. */
function groupsOf(lines: readonly Line[]): Group[] {
  const groups: { agents: string[]; rules: Rule[]; crawlDelay: number | null }[] = [];
  let naming = false;
  for (const { key, value } of lines) {
    if (key === 'user-agent') {
      if (!naming) groups.push({ agents: [], rules: [], crawlDelay: null });
      groups.at(-1)!.agents.push(tokenOf(value));
      naming = true;
      continue;
    }
    const group = groups.at(-1);
    if (!group || !['allow', 'disallow', 'crawl-delay'].includes(key)) continue;
    naming = false;
    if (key === 'crawl-delay') group.crawlDelay = delayOf(value);
    else if (value !== '') group.rules.push({ allow: key === 'allow', pattern: normalised(value) });
  }
  return groups;
}

/** The product token that a line names: letters, `_` and `-` (RFC 9309 section 2.2.1), in lower case. */
function tokenOf(value: string): string {
  return value.startsWith('*') ? '*' : (/^[A-Za-z_-]+/.exec(value)?.[0].toLowerCase() ?? '');
}

function delayOf(value: string): number | null {
  const seconds = Number(value);
  return value !== '' && seconds >= 0 ? Math.min(seconds, LONGEST_CRAWL_DELAY) * 1000 : null;
}

/** The longest pattern that matches decides; of two as long, the one that allows. */
function isAllowed(rules: readonly Rule[], path: string): boolean {
  const matching = rules.filter(({ pattern }) => matches(pattern, path));
  const longest = Math.max(...matching.map(({ pattern }) => pattern.length));
  const deciding = matching.filter(({ pattern }) => pattern.length === longest);
  return deciding.length === 0 || deciding.some(({ allow }) => allow);
}

/** `*` stands for anything, `$` at the end for the end of the path. Linear in the path for each part. */
function matches(pattern: string, path: string): boolean {
  const anchored = pattern.endsWith('$');
  const parts = (anchored ? pattern.slice(0, -1) : pattern).split('*');
  const first = parts[0]!;
  if (!path.startsWith(first)) return false;
  let at = first.length;
  for (const part of parts.slice(1, anchored ? -1 : undefined)) {
    const found = path.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  if (!anchored) return true;
  if (parts.length === 1) return path.length === at;
  const last = parts.at(-1)!;
  return path.endsWith(last) && path.length - last.length >= at;
}

/** Percent-encoded octets of unreserved characters as themselves, others as encoded in capitals (RFC 3986, 6.2.2). */
function normalised(path: string): string {
  return path
    .replace(/[^\x21-\x7e]+/g, (text) => encodeURI(text.toWellFormed()))
    .replace(/%([0-9a-f]{2})/gi, (encoded, hex: string) => {
      const character = String.fromCharCode(Number.parseInt(hex, 16));
      return /[A-Za-z0-9._~-]/.test(character) ? character : encoded.toUpperCase();
    });
}
