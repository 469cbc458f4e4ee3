import { join } from 'node:path';
import datapackage from 'datapackage';

/**
 * Reads the observations of a data package with the reference implementation, which checks the descriptor by its profile,
 * every row by its schema, and that each row's paper is there.
 *
 * @throws what the reference implementation finds wrong
 */
export async function readDataPackage(folder: string): Promise<Record<string, unknown>[]> {
  const loaded = await datapackage.Package.load(join(folder, 'datapackage.json'), { basePath: folder });
  if (!loaded.valid) throw new AggregateError(loaded.errors, 'the descriptor is not valid');
  const observations = loaded.getResource('observations');
  await observations.checkRelations();
  return observations.read({ keyed: true });
}
