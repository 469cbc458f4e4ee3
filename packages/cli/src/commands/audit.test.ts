import { writeFileSync } from 'node:fs';
import { findingSchema } from '@scrutineer/model';
import { MINUTES } from '../testing/papers.ts';
import { runCommand } from '../testing/run-command.ts';
import { scratchFolder } from '../testing/scratch-folder.ts';

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
    writeFileSync(path('wrong.md'), WRONG.replace('| 20 |', '| 10 |'));
    await runCommand(['ingest', path('wrong.md'), '--store', path('s.db')]);
    expect((await audit('--fail-on', 'info')).code).toBe(0);
    expect((await runCommand(['papers', '--store', path('s.db')])).stdout).toMatch(/wrong\.md .* superseded +6$/m);
  });
});
