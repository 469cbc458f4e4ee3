import { globSync, type Stats, statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { originOf, pathOf, specialFile, typedPath } from './local-path.ts';
import { papersInFolder } from './papers-in-folder.ts';
import { type Source, urlSource } from './source.ts';

/**
 * Why an argument gives no paper.
 *
 * - `missing`: there is no such path, or it is no address that can be fetched: a mistake in the command.
 * - `no-papers`: the folder is there and holds none.
 */
export interface SourceProblem {
  readonly kind: 'missing' | 'no-papers';
  readonly argument: string;
  /** One sentence. */
  readonly reason: string;
}

export interface ExpandedSources {
  /** In the order of the arguments, those of one folder or glob in alphabetical order, each once. */
  readonly sources: readonly Source[];
  readonly problems: readonly SourceProblem[];
}

type Expansion = readonly Source[] | SourceProblem;

/**
 * Turns what a person types into papers to read: files, folders with all below them, globs, and URLs.
 *
 * @param folder what relative paths start from
 */
export function expandSources(given: readonly string[], folder: string = process.cwd()): ExpandedSources {
  const sources = new Map<string, Source>();
  const problems: SourceProblem[] = [];
  for (const argument of given) {
    const expansion = expand(argument, folder);
    if (!isProblem(expansion)) for (const source of expansion) sources.set(source.origin, source);
    else problems.push(expansion);
  }
  return { sources: [...sources.values()], problems };
}

function isProblem(expansion: Expansion): expansion is SourceProblem {
  return 'reason' in expansion;
}

function expand(argument: string, folder: string): Expansion {
  const isLocal = argument.startsWith('file:///');
  if (!isLocal && /^[a-z][a-z0-9+.-]*:\/\//i.test(argument)) return expandUrl(argument);
  const path = isLocal ? pathOf(argument) : typedPath(resolve(folder, argument));
  const stats = statOf(path);
  const special = stats && specialFile(path);
  if (special) return missing(argument, `${argument} is ${special} and no file; save it as a file first`);
  if (stats?.isDirectory()) return expandFolder(argument, path);
  if (stats) return [fileSource(path)];
  return /[*?[{]/.test(argument)
    ? expandGlob(argument, folder)
    : missing(argument, `there is no file or folder ${argument}`);
}

function expandUrl(argument: string): Expansion {
  const url = URL.parse(argument);
  if (!url || !['http:', 'https:'].includes(url.protocol)) {
    return missing(
      argument,
      `${argument} is no web address that can be fetched: give one that starts with http:// or https://`,
    );
  }
  if (url.username || url.password) {
    return missing(
      argument,
      `${url.origin} was given with a user name or password, which would be kept with the paper: save the paper and give the file`,
    );
  }
  return [urlSource(url)];
}

function expandFolder(argument: string, path: Buffer): Expansion {
  const papers = papersInFolder(path);
  if (papers.length > 0) return papers.map(fileSource);
  const reason = `the folder ${argument} holds no papers: a paper is a Markdown, HTML, DOCX or PDF file; give a folder with such files in it`;
  return { kind: 'no-papers', argument, reason };
}

function expandGlob(argument: string, folder: string): Expansion {
  const files = globSync(argument, { cwd: folder })
    .map((path) => resolve(folder, path))
    .sort()
    .map(typedPath)
    .filter((path) => statOf(path)?.isFile());
  return files.length > 0 ? files.map(fileSource) : missing(argument, `no file matches ${argument}`);
}

function statOf(path: Buffer): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

function fileSource(path: Buffer): Source {
  return { kind: 'file', origin: originOf(path), file: basename(path.toString()) };
}

function missing(argument: string, reason: string): SourceProblem {
  return { kind: 'missing', argument, reason };
}
