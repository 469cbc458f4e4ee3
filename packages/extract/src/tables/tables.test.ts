import { readFileSync } from 'node:fs';
import { FAILSAFE_SCHEMA, load } from 'js-yaml';
import { extract } from '../extract.ts';
import { readable } from '../testing/readable.ts';
import { paperOf } from '../testing/tree.ts';

interface Example {
  name: string;
  print: string;
  means: string[];
}

const FRONT =
  '# Kent Police and Crime Panel\n\nReport of the Kent Police and Crime Commissioner\n\nMeeting date: 21 November 2019\n\n## Findings';
const examples = load(readFileSync(new URL('./tables.spec.yaml', import.meta.url), 'utf8'), {
  schema: FAILSAFE_SCHEMA,
}) as Example[];

test.each(examples)('$name', ({ print, means }) => {
  const result = extract(paperOf(`${FRONT}\n\n${print}`), { id: 'paper' });
  expect(result.status === 'failed' ? [] : result.value.observations.map(readable)).toEqual(means);
});

test('a figure of a cell knows its row, its column and their headers', () => {
  const result = extract(paperOf(`${FRONT}\n\nMeasure | 2018/19\nRobbery | 51`), { id: 'paper' });
  const [observation] = result.status === 'failed' ? [] : result.value.observations;
  expect(observation?.source.table).toEqual({
    index: 0,
    row: 1,
    col: 1,
    rowHeader: ['Robbery'],
    columnHeader: ['2018/19'],
  });
});
