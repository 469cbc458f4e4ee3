import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readCsv } from '@scrutineer/export/testing';
import type { Period } from '@scrutineer/model';
import { runCommand } from '../testing/run-command.ts';
import { sampleStore } from '../testing/sample-store.ts';

interface Component {
  readonly id: string;
  readonly conceptIdentity: string;
  readonly localRepresentation: { readonly enumeration?: string };
}

const idOf = (urn: string) => /:([A-Z_]+)\(1\.0\.0\)/.exec(urn)![1]!;

/** The period that an SDMX time period means, worked out by hand and not as the writer does. */
function periodOf(time: string): Period {
  const [start, duration] = time.split('/') as [string, string?];
  const quarter = /^(\d{4})-Q([1-4])$/.exec(start);
  if (quarter) return days(Number(quarter[1]), Number(quarter[2]) * 3 - 2, 3);
  if (/^\d{4}$/.test(start)) return days(Number(start), 1, 12);
  if (/^\d{4}-\d{2}$/.test(start)) return days(Number(start.slice(0, 4)), Number(start.slice(5)), 1);
  if (!duration) return start;
  const [, length, unit] = /^P(\d+)([MD])$/.exec(duration)!;
  const end = new Date(`${start}T00:00:00Z`);
  if (unit === 'M') end.setUTCMonth(end.getUTCMonth() + Number(length));
  else end.setUTCDate(end.getUTCDate() + Number(length));
  end.setUTCDate(end.getUTCDate() - 1);
  return `${start}/${end.toISOString().slice(0, 10)}`;
}

function days(year: number, month: number, months: number): Period {
  const text = (date: number) => new Date(date).toISOString().slice(0, 10);
  return `${text(Date.UTC(year, month - 1, 1))}/${text(Date.UTC(year, month - 1 + months, 0))}`;
}

describe('export of the sample papers as SDMX', () => {
  const store = sampleStore();
  let records: Record<string, string | null>[] = [];
  // biome-ignore lint/suspicious/noExplicitAny: a message of another standard, looked at in parts
  let data: any;

  beforeAll(async () => {
    const folder = store.beside('sdmx');
    await runCommand(['export', '--format', 'sdmx-csv', '--output', folder, '--store', store.path]);
    records = readCsv(await readFile(join(folder, 'observations.csv'), 'utf8'));
    data = JSON.parse(await readFile(join(folder, 'structure.json'), 'utf8')).data;
  });

  const namesOf = (list: string) =>
    new Map<string | null, string>(
      data.codelists
        .find(({ id }: { id: string }) => id === list)
        .codes.map(({ id, name }: { id: string; name: string }) => [id, name]),
    );

  test('the records hold what the store holds', () => {
    const values = records.map((record) => ({
      id: record.OBSERVATION,
      measure: record.MEASURE_LABEL,
      area: record.AREA_LABEL,
      statistic: record.STATISTIC,
      value: Number(record.OBS_VALUE),
      unit: record.UNIT_MEASURE,
      period: record.TIME_PERIOD && periodOf(record.TIME_PERIOD),
      baseline: record.BASELINE,
      status: record.OBS_STATUS,
      quote: record.QUOTE,
      notes: record.NOTES ? JSON.parse(record.NOTES) : [],
    }));
    const unitCode = (unit: string) => [...namesOf('CL_UNIT_MEASURE')].find(([, name]) => name === unit)![0];
    expect(values).toEqual(
      store.found.map(({ observation }) => ({
        id: observation.id,
        measure: observation.measure.label,
        area: observation.area?.label ?? null,
        statistic: observation.statistic,
        value: observation.value,
        unit: unitCode(observation.unit),
        period: observation.period,
        baseline: observation.baseline,
        status: observation.status,
        quote: observation.source.quote,
        notes: observation.notes,
      })),
    );
  });

  test('codes are named in their lists by a label that their rows have', () => {
    for (const [column, label] of [
      ['MEASURE', 'MEASURE_LABEL'],
      ['REF_AREA', 'AREA_LABEL'],
    ]) {
      const names = namesOf(column === 'MEASURE' ? 'CL_MEASURE' : 'CL_AREA');
      const labels = new Map<string, Set<string>>();
      for (const record of records) {
        const code = record[column!]!;
        expect(code).toMatch(/^[A-Za-z0-9_@$-]+$/);
        labels.set(code, (labels.get(code) ?? new Set()).add(record[label!] ?? 'Unknown'));
      }
      for (const [code, own] of labels) expect(own).toContain(names.get(code));
    }
  });

  test('each key is there once, and every column is a component of the structure', () => {
    for (const { id, dataStructureComponents } of data.dataStructures) {
      const { dimensionList, measureList, attributeList } = dataStructureComponents;
      const dimensions: Component[] = [...dimensionList.dimensions, dimensionList.timeDimension ?? []].flat();
      const own = records.filter((record) => record.STRUCTURE_ID === `SCRUTINEER:${id}(1.0.0)`);
      const keys = own.map((record) => dimensions.map((dimension) => record[dimension.id]));
      expect(own.length).toBeGreaterThan(0);
      expect(keys.flat()).not.toContain(null);
      expect(new Set(keys.map((key) => key.join('\n'))).size).toBe(own.length);
      const components: Component[] = [...dimensions, ...measureList.measures, ...attributeList.attributes];
      const filled = Object.keys(own[0]!).filter((column) => own.some((record) => record[column] !== null));
      expect(components.map((component) => component.id)).toEqual(expect.arrayContaining(filled.slice(3)));
    }
  });

  test('every concept and code list that a structure refers to is in the message', () => {
    const concepts = data.conceptSchemes[0].concepts.map(({ id }: { id: string }) => id);
    const lists = data.codelists.map(({ id }: { id: string }) => id);
    for (const { dataStructureComponents } of data.dataStructures) {
      const { dimensionList, measureList, attributeList } = dataStructureComponents;
      for (const { id, conceptIdentity, localRepresentation } of [
        ...dimensionList.dimensions,
        ...measureList.measures,
        ...attributeList.attributes,
      ] as Component[]) {
        expect(conceptIdentity).toMatch(new RegExp(`\\.${id}$`));
        expect(concepts).toContain(id);
        if (localRepresentation.enumeration) expect(lists).toContain(idOf(localRepresentation.enumeration));
      }
    }
  });
});
