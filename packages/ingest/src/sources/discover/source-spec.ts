import { statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { originOf, pathOf, specialFile, typedPath } from '../local-path.ts';
import { type Source, urlSource } from '../source.ts';

/** What is meant by a source as it is typed; paths are absolute. */
export type SourceSpec =
  | Pick<Source, 'kind' | 'origin' | 'file'>
  | { readonly kind: 'folder' | 'glob' | 'list'; readonly path: string }
  | { readonly kind: WebKind; readonly url: string };

const WEB_KINDS = ['page', 'feed', 'sitemap', 'wordpress', 'moderngov'] as const;

type WebKind = (typeof WEB_KINDS)[number];

/** A source cannot be understood; the message is one sentence for the person who typed it. */
export class SourceError extends Error {
  override readonly name = 'SourceError';
}

/** Pages of ModernGov that list meetings or documents, in lower case. */
const MODERNGOV_PAGES = /\/(?:ielistmeetings|ielistdocuments|mgcommitteedetails|mgwebservice)\.as[pm]x/;

/**
 * Understands a source as it is typed: a file, a folder, a glob, a URL; or a kind and a colon before one (`page:`,
 * `feed:`, `sitemap:`, `wordpress:`, `moderngov:`, and `list:` before a file of URLs).
 *
 * @param folder what relative paths start from
 * @throws SourceError where it cannot be understood, or there is no such path
 */
export function parseSource(text: string, folder: string = process.cwd()): SourceSpec {
  const [, kind, rest] = /^([a-z]+):(?!\/\/)(.+)$/.exec(text) ?? [];
  if (kind === 'list') return { kind, path: originOf(existing(typedPath(resolve(folder, rest!)), text)) };
  const webKind = WEB_KINDS.find((known) => known === kind);
  if (webKind) return { kind: webKind, url: webAddress(rest!).href };
  if (text.startsWith('file:///')) return specOfPath(pathOf(text), text);
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(text)) return specOfUrl(webAddress(text));
  const path = resolve(folder, text);
  const meant = typedPath(path);
  return /[*?[{]/.test(text) && !isThere(meant) ? { kind: 'glob', path } : specOfPath(meant, text);
}

function specOfPath(path: Buffer, text: string): SourceSpec {
  if (statSync(existing(path, text)).isDirectory()) return { kind: 'folder', path: originOf(path) };
  return { kind: 'file', origin: originOf(path), file: basename(path.toString()) };
}

function specOfUrl(url: URL): SourceSpec {
  if (MODERNGOV_PAGES.test(url.pathname.toLowerCase())) return { kind: 'moderngov', url: url.href };
  return urlSource(url);
}

function webAddress(text: string): URL {
  const url = URL.parse(text);
  if (!url || !['http:', 'https:'].includes(url.protocol))
    throw new SourceError(
      `${text} is no web address that can be fetched: give one that starts with http:// or https://`,
    );
  if (url.username || url.password)
    throw new SourceError(
      `${url.origin} was given with a user name or password, which would be kept with the papers: leave it out`,
    );
  return url;
}

function existing(path: Buffer, text: string): Buffer {
  if (!isThere(path)) throw new SourceError(`there is no file or folder ${text}`);
  const special = specialFile(path);
  if (special) throw new SourceError(`${text} is ${special} and no file; save it as a file first`);
  return path;
}

function isThere(path: Buffer): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined;
}
