import type { StoredPaper } from './list-papers.ts';
import { StoreError } from './store-error.ts';

/** Fewer digits than this are taken for a name, not for the beginning of an id. */
const SHORTEST_PREFIX = 4;

/**
 * The papers a person means: by the beginning of an id, or by file name (in any letter case) or origin. A name means
 * what stands there now.
 *
 * @param options.superseded also what stood there before
 * @throws StoreError where there is none, or an id's beginning fits several
 */
export function findPapers(
  papers: readonly StoredPaper[],
  asked: string,
  options: { readonly superseded?: boolean } = {},
): StoredPaper[] {
  const name = asked.toLowerCase();
  const named = papers.filter(({ origins }) =>
    origins.some(
      ({ file, origin, current }) =>
        (file.toLowerCase() === name || origin === asked) && (current || options.superseded),
    ),
  );
  if (named.length > 0) return named;
  const byId = name.length < SHORTEST_PREFIX ? [] : papers.filter((paper) => paper.id.startsWith(name));
  if (byId.length > 1) throw new StoreError(`several papers have an id that starts with "${asked}"; type more of it`);
  if (byId.length === 0) {
    throw new StoreError(
      `the store holds no paper "${asked}"; give the beginning of an id or a file name that \`papers\` shows`,
    );
  }
  return byId;
}
