import { readFileSync } from 'node:fs';
import { FAILSAFE_SCHEMA, load } from 'js-yaml';
import { extract } from './extract.ts';
import { readable } from './testing/readable.ts';
import { paperOf } from './testing/tree.ts';

interface Example {
  name: string;
  paper: string;
  means: string[];
}

const examples = load(readFileSync(new URL('./whole-papers.spec.yaml', import.meta.url), 'utf8'), {
  schema: FAILSAFE_SCHEMA,
}) as Example[];

test.each(examples)('$name', ({ paper, means }) => {
  const result = extract(paperOf(paper), { id: 'paper' });
  expect(result.status === 'failed' ? [] : result.value.observations.map(readable)).toEqual(means);
});
