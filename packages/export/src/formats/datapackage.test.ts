import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import datapackage from 'datapackage';
import fc from 'fast-check';
import { anyRows } from '../testing/arbitrary-rows.ts';
import { filesOf } from '../testing/files-of.ts';
import { readDataPackage } from '../testing/read-data-package.ts';
import { toDataPackage } from './datapackage.ts';

/** Observations that a data package can hold: an empty field is null there, and its validator takes blanks for nothing. */
const plainRows = anyRows.map((rows) =>
  rows.filter(({ observation: { measure, unit, method, source } }) =>
    [measure.label, unit, method, source.figure].every((text) => text.trim() !== ''),
  ),
);

describe('datapackage', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'scrutineer-export-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  test('the descriptor is valid by the published profile', async () => {
    const files = await filesOf(toDataPackage([]));
    const { valid, errors } = await datapackage.validate(JSON.parse(files.get('datapackage.json')!.toString()));
    expect({ valid, errors }).toEqual({ valid: true, errors: [] });
  });

  test('every row is valid by its schema, and its paper is there', async () => {
    await fc.assert(
      fc.asyncProperty(plainRows, async (rows) => {
        for (const [name, content] of await filesOf(toDataPackage(rows))) await writeFile(join(folder, name), content);
        const read = await readDataPackage(folder);
        expect(read.map(({ id, value, notes }) => ({ id, value, notes: notes ?? [] }))).toEqual(
          rows.map(({ observation: { id, value, notes } }) => ({ id, value, notes })),
        );
      }),
      { numRuns: 20 },
    );
  });
});
