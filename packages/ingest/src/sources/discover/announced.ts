import type { Publication } from '@scrutineer/model';
import { urlSource } from '../source.ts';
import type { DiscoveredSource } from './discovered.ts';

/** A paper with the page that announced it; what the page does not tell is null. */
export function announced(
  url: URL,
  page: string,
  told: Partial<Omit<Publication, 'origin' | 'page'>> = {},
): DiscoveredSource {
  const source = urlSource(url);
  const publication = { linkText: null, meeting: null, meetingDate: null, body: null, attachment: null, ...told };
  return { ...source, publication: { origin: source.origin, page, ...publication } };
}

/** Each paper once, at its first place. */
export function eachOnce(sources: readonly DiscoveredSource[]): DiscoveredSource[] {
  const seen = new Map<string, DiscoveredSource>();
  for (const source of sources) if (!seen.has(source.origin)) seen.set(source.origin, source);
  return [...seen.values()];
}
