import { ingestedStore } from '../testing/ingested-store.ts';
import { TWO_QUARTERS } from '../testing/two-quarters.ts';

describe('compare', () => {
  const { run } = ingestedStore(TWO_QUARTERS);

  test('prints what was restated, changed, went and came', async () => {
    const { code, stdout, stderr } = await run('compare', 'q1.md', 'q2.md');
    expect(code).toBe(0);
    const sections = stdout.trimEnd().split('\n\n');
    const rowsBelow = (title: string) =>
      sections[sections.indexOf(title) + 1]!.split('\n')
        .slice(1)
        .map((row) => row.split(/ {2,}/));
    expect(rowsBelow('Restated: the same period, another value')).toEqual([
      ['Hate crime', 'Lancashire', 'count', '120', '2019-04-01/2019-06-30', '126', '2019-04-01/2019-06-30', '+6'],
    ]);
    expect(rowsBelow('In both papers, each for its own last period')).toEqual([
      ['Hate crime', 'Lancashire', 'count', '120', '2019-04-01/2019-06-30', '131', '2019-07-01/2019-09-30', '+11'],
    ]);
    expect(rowsBelow('In the first paper only')).toEqual([
      ['Robbery', 'Lancashire', 'count', '210', '2019-04-01/2019-06-30'],
    ]);
    expect(rowsBelow('In the second paper only')).toEqual([
      ['Burglary', 'Lancashire', 'count', '310', '2019-07-01/2019-09-30'],
    ]);
    expect(stderr).toBe('1 measure in both, 0 statements repeated, 1 restated; 1 measure disappeared, 1 came\n');
  });

  test('prints a record for each as JSON lines', async () => {
    const { stdout } = await run('compare', 'q1.md', 'q2.md', '--format', 'jsonl');
    const records = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(records).toMatchObject([
      { kind: 'restated', before: { value: 120 }, after: { value: 126 }, difference: 6 },
      { kind: 'changed', before: { value: 120 }, after: { value: 131 }, difference: 11 },
      { kind: 'disappeared', before: { value: 210 } },
      { kind: 'appeared', after: { value: 310 } },
    ]);
  });

  test('a paper with itself has nothing but repetitions', async () => {
    const { stdout, stderr } = await run('compare', 'q1.md', 'q1.md');
    expect(stdout).toBe('');
    expect(stderr).toContain('4 statements repeated, 0 restated');
  });

  test('a paper that is not stored is told in one sentence', async () => {
    expect(await run('compare', 'q1.md', 'q9.md')).toEqual({
      code: 2,
      stdout: '',
      stderr: expect.stringMatching(/^scrutineer: the store holds no paper "q9\.md"[^\n]*\n$/),
    });
  });
});
