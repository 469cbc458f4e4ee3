import { updatesGolden } from './golden.ts';

test('golden files are not rewritten where nobody reads the difference', () => {
  expect(Boolean(process.env.CI) && updatesGolden).toBe(false);
});
