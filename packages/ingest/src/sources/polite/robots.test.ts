import fc from 'fast-check';
import { parseRobots } from './robots.ts';

/** Whether each path is allowed to `scrutineer`. The cases are those that RFC 9309 describes. */
test.each<[string, string, Record<string, boolean>]>([
  ['nothing said', '', { '/a': true }],
  ['all forbidden', 'User-agent: *\nDisallow: /', { '/': false, '/a.pdf': false, '/robots.txt': true }],
  ['an empty rule forbids nothing', 'User-agent: *\nDisallow:', { '/a': true }],
  [
    'the group that names the fetcher goes before the one for all',
    'User-agent: *\nDisallow: /\n\nUser-agent: Scrutineer\nDisallow: /private',
    { '/a': true, '/private/a': false },
  ],
  [
    'several agents share a group, and groups of the same name are one',
    'user-agent: other\nuser-agent: scrutineer/2.0\ndisallow: /a\n\nuser-agent: scrutineer\ndisallow: /b',
    { '/a': false, '/b': false, '/c': true },
  ],
  ['a name that only begins alike is another', 'User-agent: scrutineer-images\nDisallow: /', { '/a': true }],
  [
    'the longest rule decides; of two as long, the one that allows',
    'User-agent: *\nDisallow: /documents\nAllow: /documents/public\nDisallow: /x\nAllow: /x',
    { '/documents/s1.pdf': false, '/documents/public/s1.pdf': true, '/x': true },
  ],
  [
    'stars and ends',
    'User-agent: *\nDisallow: /*.php$\nDisallow: /a*b*c\nDisallow: /end$',
    { '/x/y.php': false, '/x.php?z': true, '/a1b2c3': false, '/acb': true, '/end': false, '/ending': true },
  ],
  [
    'remarks and lines it does not know',
    '# hello\nUser-agent: * # all\nSitemap: x\nDisallow: /a # not this\n',
    { '/a': false, '/b': true },
  ],
  [
    'line ends of all kinds, and a byte order mark',
    '\ufeffUser-agent: *\rDisallow: /a\r\nDisallow: /b',
    { '/a': false, '/b': false },
  ],
  [
    'percent-encoding',
    'User-agent: *\nDisallow: /%7Ejoe\nDisallow: /caf\u00e9\nDisallow: /a%2fb',
    { '/~joe/x': false, '/caf%C3%A9': false, '/a%2Fb': false, '/a/b': true },
  ],
  ['rules before any agent mean nobody', 'Disallow: /\nUser-agent: other\nDisallow: /', { '/a': true }],
])('%s', (_, text, expected) => {
  const robots = parseRobots(text, 'scrutineer');
  expect(Object.fromEntries(Object.keys(expected).map((path) => [path, robots.allows(path)]))).toEqual(expected);
});

test.each<[string, number | null]>([
  ['User-agent: *\nCrawl-delay: 10', 10_000],
  ['User-agent: *\nCrawl-delay: 0.5', 500],
  ['User-agent: *\nCrawl-delay: 86400', 120_000],
  ['User-agent: *\nCrawl-delay: soon', null],
  ['User-agent: other\nCrawl-delay: 10', null],
])('%j wants %s milliseconds between requests', (text, delay) => {
  expect(parseRobots(text, 'scrutineer').crawlDelay).toBe(delay);
});

test('a rule without wildcards forbids what begins with it, and nothing else', () => {
  const path = fc.stringMatching(/^\/[a-z0-9/._-]{0,20}$/);
  fc.assert(
    fc.property(path, path, (rule, asked) => {
      const { allows } = parseRobots(`User-agent: *\nDisallow: ${rule}`, 'scrutineer');
      expect(allows(asked)).toBe(!asked.startsWith(rule));
    }),
    { seed: 1 },
  );
});

test('any text is read in time that grows with its length alone', () => {
  const stars = `User-agent: *\nDisallow: /${'*a'.repeat(5000)}$`;
  expect(parseRobots(stars, 'scrutineer').allows(`/${'a'.repeat(4000)}b`)).toBe(true);
});
