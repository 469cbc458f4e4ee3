import { readdirSync, readFileSync } from 'node:fs';
import { FAILSAFE_SCHEMA, load } from 'js-yaml';
import { extract } from '../extract.ts';
import { readable } from '../testing/readable.ts';
import { paperOf } from '../testing/tree.ts';
import { ROLE_RULES } from './roles.ts';
import { BY_ARITHMETIC } from './roles-by-arithmetic.ts';

interface Example {
  print: string;
  means: string[];
  /** Lines of the paper above the sentence. */
  after?: string;
}

const ROLES = new URL('./roles/', import.meta.url);
const PAPER =
  '# Kent Police and Crime Panel\n\nReport of the Kent Police and Crime Commissioner\n\nMeeting date: 21 November 2019\n\nThis report covers the period 1 July 2019 to 30 September 2019.\n\n## Findings';

const specs = readdirSync(ROLES).filter((file) => file.endsWith('.spec.yaml'));

test('every rule has its examples', () => {
  expect(specs.map((spec) => spec.replace('.spec.yaml', '')).sort()).toEqual(
    [...ROLE_RULES.map((rule) => rule.name), BY_ARITHMETIC].sort(),
  );
});

describe.each(specs)('%s', (spec) => {
  const examples = load(readFileSync(new URL(spec, ROLES), 'utf8'), { schema: FAILSAFE_SCHEMA }) as Example[];
  test.each(examples)('$print', ({ print, means, after }) => {
    const tree = paperOf([PAPER, ...(after ? [after] : []), print].join('\n\n'));
    const result = extract(tree, { id: 'paper' });
    const observations = result.status === 'failed' ? [] : result.value.observations;
    const last = Math.max(
      ...tree.children.flatMap((block) =>
        'children' in block && block.type === 'paragraph'
          ? block.children.map((text) => (text.place.kind === 'line' ? text.place.line : 0))
          : [],
      ),
    );
    const own = observations.filter((observation) => observation.source.line === last);
    expect(own.map(readable)).toEqual(means);
    expect(own.map((observation) => observation.method)).toContain(`narrative/${spec.replace('.spec.yaml', '')}`);
  });
});
