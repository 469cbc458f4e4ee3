import { writeFileSync } from 'node:fs';
import { findingSchema } from '@scrutineer/model';
import { listFindings, openStore } from '@scrutineer/store';
import { ingestedStore } from '../testing/ingested-store.ts';
import { MINUTES } from '../testing/papers.ts';
import { runCommand } from '../testing/run-command.ts';
import { scratchFolder } from '../testing/scratch-folder.ts';
import { REPEATS, TWO_QUARTERS } from '../testing/two-quarters.ts';

/** Robbery: 120 and a change of 20 do not make 130. Theft adds up. */
const WRONG = `# Quarterly crime report

| Offence | Apr - Jun 2018 | Apr - Jun 2019 | Change |
| --- | --- | --- | --- |
| Robbery | 120 | 130 | 20 |
| Theft | 2,400 | 2,100 | -300 |
`;

describe('audit', () => {
  const path = scratchFolder({ 'wrong.md': WRONG, 'minutes.md': MINUTES });
  beforeEach(async () => {
    await runCommand(['ingest', path('wrong.md'), path('minutes.md'), '--store', path('s.db')]);
  });
  const audit = (...args: string[]) => runCommand(['audit', ...args, '--store', path('s.db')]);
  const findingsKept = async () => {
    const store = await openStore(path('s.db'));
    const findings = await listFindings(store);
    await store.close();
    return findings;
  };

  test('prints findings as the contract has them', async () => {
    const { code, stdout } = await audit('--format', 'jsonl');
    expect(code).toBe(0);
    const findings = stdout
      .trim()
      .split('\n')
      .map((line) => findingSchema.strict().parse(JSON.parse(line)));
    expect(findings).toMatchObject([{ severity: 'error', lines: [5], expected: 10, papers: [{ file: 'wrong.md' }] }]);
  });

  test('prints them for people', async () => {
    const { stdout, stderr } = await audit();
    expect(stdout).toMatch(/^[0-9a-f]{8} +error +wrong\.md line 5 .*Robbery/m);
    expect(stderr).toBe('1 finding; 6 of 6 figures (100%) could be held against others\n');
  });

  test('ends with 4 where it is asked to fail on what it finds', async () => {
    expect((await audit('--fail-on', 'error')).code).toBe(4);
    expect((await audit('--fail-on', 'info', 'wrong.md')).code).toBe(4);
    expect((await audit('--fail-on', 'info', 'minutes.md')).code).toBe(0);
  });

  test('a paper that is not stored is wrong usage', async () => {
    expect(await audit('other.md')).toMatchObject({ code: 2, stdout: '' });
  });

  test('a corrected paper at the same place takes the place of the one before', async () => {
    await audit();
    expect(await findingsKept()).toMatchObject([{ lines: [5] }]);
    writeFileSync(path('wrong.md'), WRONG.replace('| 20 |', '| 10 |'));
    await runCommand(['ingest', path('wrong.md'), '--store', path('s.db')]);
    expect((await audit('--fail-on', 'info', 'wrong.md')).code).toBe(0);
    expect(await findingsKept()).toEqual([]);
    expect((await audit('--fail-on', 'info')).code).toBe(0);
    expect((await runCommand(['papers', '--store', path('s.db')])).stdout).toMatch(/wrong\.md .* superseded +6$/m);
  });
});

describe('audit of two quarters', () => {
  const { run } = ingestedStore({ ...TWO_QUARTERS, 'repeats.md': REPEATS });
  const audit = (...args: string[]) => run('audit', ...args);
  const explained = 'from 110 to 120 is a rise of 10, but 20 is printed.';

  test('prints a table by default, with the beginnings of ids', async () => {
    const { stdout } = await audit();
    const [heading, ...rows] = stdout.trimEnd().split('\n');
    expect(heading).toMatch(/^id +severity +where +figures +what does not fit$/);
    expect(rows).toEqual([
      expect.stringMatching(/^[0-9a-f]{8} +error +q1\.md line 7 +110, 20, 120 .*from 110 to 120/),
      expect.stringMatching(/^[0-9a-f]{8} +info +q1\.md, q2\.md line 7 +120, 126 .*revises it/),
    ]);
  });

  test('prints a page and Markdown that tell the same', async () => {
    const page = (await audit('--format', 'html')).stdout;
    expect(page).toMatch(/^<!doctype html>/i);
    expect(page).toContain(explained);
    const markdown = (await audit('--format', 'markdown')).stdout;
    expect(markdown).toMatch(/^# Audit\n\n- \*\*error\*\* Hate crime, Lancashire: from 110/);
    expect(markdown.match(/^- /gm)).toHaveLength(2);
  });

  test('tells how many of the figures of the papers that were asked for it could check', async () => {
    expect((await audit()).stderr).toBe('2 findings; 7 of 13 figures (54%) could be held against others\n');
    expect((await audit('undated.md')).stderr).toBe('0 findings; 0 of 1 figure (0%) could be held against others\n');
    expect((await audit('repeats.md')).stderr).toBe('0 findings; 0 of 2 figures (0%) could be held against others\n');
  });

  test('as of a day knows the papers of that day, and says how many it left out', async () => {
    const { stdout, stderr } = await audit('--as-of', '2019-07-25', '--format', 'jsonl');
    expect(
      stdout
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line).papers),
    ).toMatchObject([[{ file: 'q1.md' }]]);
    expect(stderr).toContain('2 papers without a date left out');
    expect((await audit('--as-of', '2019-07-24')).stderr).toMatch(/^0 findings; 0 of 0 figures could/m);
  });

  test('lists the checks with what they say and need, without a store', async () => {
    const { code, stdout } = await runCommand(['audit', '--checks', '--store', '/no/such/store.db']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^check +severity +what it says +what it needs$/m);
    expect(stdout).toMatch(/^earlier-change-later +error +\S/m);
    expect(stdout).toMatch(/^agreement-across-papers +\w+ +\S/m);
  });
});
