import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';

/** Reads one of the data files that ship with this package. */
export function readData<T>(name: string): T {
  return load(readFileSync(new URL(`./data/${name}`, import.meta.url), 'utf8')) as T;
}
