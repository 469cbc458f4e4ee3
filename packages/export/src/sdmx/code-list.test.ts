import fc from 'fast-check';
import { anyText } from '../testing/arbitrary-rows.ts';
import { createCodeList } from './code-list.ts';

test('an id that SDMX allows is the code; what is not known has the code for that', () => {
  const list = createCodeList('CL_AREA', 'Areas');
  expect(list.codeOf({ id: 'E23000002', label: 'Cumbria' })).toBe('E23000002');
  expect(list.codeOf(null)).toBe('_U');
  expect([...list.names]).toEqual([
    ['E23000002', 'Cumbria'],
    ['_U', 'Unknown'],
  ]);
});

test('a code of several labels has the same name whatever their order', () => {
  fc.assert(
    fc.property(fc.uniqueArray(anyText, { minLength: 1 }), (labels) => {
      const nameOf = (inOrder: readonly string[]) => {
        const list = createCodeList('CL_MEASURE', 'Measures');
        for (const label of inOrder) list.codeOf({ id: 'all-crime', label });
        return list.names.get('all-crime');
      };
      expect(nameOf(labels)).toBe(nameOf([...labels].reverse()));
    }),
  );
});

test('any labels have codes that SDMX allows, different labels different ones', () => {
  fc.assert(
    fc.property(fc.uniqueArray(anyText), (labels) => {
      const list = createCodeList('CL_MEASURE', 'Measures');
      const codes = labels.map((label) => list.codeOf({ id: null, label }));
      expect(new Set(codes).size).toBe(labels.length);
      for (const code of codes) expect(code).toMatch(/^[A-Za-z0-9_@$-]+$/);
    }),
  );
});
