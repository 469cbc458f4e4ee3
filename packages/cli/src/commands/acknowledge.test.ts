import { runCommand } from '../testing/run-command.ts';
import { scratchFolder } from '../testing/scratch-folder.ts';
import { TWO_QUARTERS } from '../testing/two-quarters.ts';

const NOTE = 'the publisher was asked on 3 March';

describe('acknowledge', () => {
  const path = scratchFolder(TWO_QUARTERS);
  const run = (...args: string[]) => runCommand([...args, '--store', path('s.db')]);
  const papers = () => Object.keys(TWO_QUARTERS).map(path);
  let id = '';
  beforeEach(async () => {
    await run('ingest', ...papers());
    const { stdout } = await run('audit', '--format', 'jsonl');
    const [worst, ...others] = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect([worst.severity, ...others.map(({ severity }) => severity)]).toEqual(['error', 'info']);
    id = worst.id;
  });

  test('hides a finding, which fails no audit any more; --all shows it with the note', async () => {
    expect((await run('audit', '--fail-on', 'error')).code).toBe(4);
    expect(await run('acknowledge', id.slice(0, 8), '--note', NOTE)).toEqual({
      code: 0,
      stdout: '',
      stderr: `finding ${id.slice(0, 8)} acknowledged\n`,
    });
    const hidden = await run('audit', '--fail-on', 'error');
    expect(hidden.code).toBe(0);
    expect(hidden.stdout).not.toContain(id.slice(0, 8));
    expect(hidden.stderr).toMatch(/^1 finding and 1 acknowledged; /);
    const all = await run('audit', '--all');
    expect(all.stdout).toMatch(new RegExp(`^${id.slice(0, 8)} +error .*${NOTE}`, 'm'));
    for (const format of ['html', 'markdown']) {
      expect((await run('audit', '--all', '--format', format)).stdout).toContain(NOTE);
      expect((await run('audit', '--format', format)).stdout).not.toContain(NOTE);
    }
  });

  test('stays when the papers are read again, until it is withdrawn', async () => {
    await run('acknowledge', id, '--note', NOTE);
    await run('ingest', '--force', ...papers());
    expect((await run('audit', '--fail-on', 'error')).code).toBe(0);
    expect(await run('acknowledge', id.slice(0, 8), '--withdraw')).toMatchObject({
      code: 0,
      stderr: `finding ${id.slice(0, 8)} is told again\n`,
    });
    expect((await run('audit', '--fail-on', 'error')).code).toBe(4);
  });

  test.each([
    [['ffffffff', '--note', 'x'], /found nothing whose id starts with "ffffffff"/],
    [['0'], /give either --note or --withdraw/],
    [['0', '--note', 'x', '--withdraw'], /give either --note or --withdraw/],
    [['0', '--note', ' '], /--note needs some words/],
  ])('%j is told in one sentence', async (args, message) => {
    const { code, stderr } = await run('acknowledge', ...args);
    expect(code).toBe(2);
    expect(stderr).toMatch(message);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });
});
