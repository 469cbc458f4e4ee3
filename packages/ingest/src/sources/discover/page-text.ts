import { gunzipSync } from 'node:zlib';
import type { FetchPage } from './discovered.ts';

/** Bytes that a compressed page may unpack to: a sitemap may have 50 MB (sitemaps.org). */
const MOST_UNPACKED = 64 * 2 ** 20;

/** The text of a page and where it was found; or why there is none. */
export type PageText =
  | { readonly text: string; readonly url: string; readonly reason: null }
  | { readonly text: null; readonly reason: string; readonly passing: boolean; readonly status: number | null };

/** Gets a page as text: UTF-8, or as its answer says. */
export async function pageText(url: string, fetchPage: FetchPage): Promise<PageText> {
  const page = await fetchPage(url);
  if (page.outcome === 'not-modified')
    return { text: null, reason: `${url} did not change`, passing: false, status: 304 };
  const { record } = page;
  if (page.outcome !== 'fetched')
    return { text: null, reason: page.reason, passing: !page.permanent, status: record.status };
  try {
    return {
      text: decode(unpacked(page.bytes), record.headers['content-type'] ?? ''),
      url: record.finalUrl,
      reason: null,
    };
  } catch (error) {
    return {
      text: null,
      reason: `${url} cannot be read: ${(error as Error).message}`,
      passing: false,
      status: record.status,
    };
  }
}

function unpacked(bytes: Uint8Array): Uint8Array {
  const packed = bytes[0] === 0x1f && bytes[1] === 0x8b;
  return packed ? gunzipSync(bytes, { maxOutputLength: MOST_UNPACKED }) : bytes;
}

function decode(bytes: Uint8Array, contentType: string): string {
  const charset = /charset=["']?([\w-]+)/i.exec(contentType)?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}
