import { readdirSync, readFileSync } from 'node:fs';
import { load } from 'js-yaml';

const OWN = new URL('./data/', import.meta.url);

/** Reads one of the data files that ship with this package. */
export function readData<T>(name: string): T {
  return load(readFileSync(new URL(name, OWN), 'utf8')) as T;
}

/** Reads the data files of a folder that ships with this package, in the order of their names, as one list. */
export function readDataFolder<T>(name: string): T[] {
  const folder = new URL(`${name}/`, OWN);
  return readdirSync(folder)
    .sort()
    .flatMap((file) => load(readFileSync(new URL(file, folder), 'utf8')) as T[]);
}
