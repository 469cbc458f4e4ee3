import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

/** Reads one of the data files that ship with this package. */
export function readData<T>(name: string): T {
  return parse(readFileSync(new URL(`./data/${name}`, import.meta.url), 'utf8')) as T;
}
