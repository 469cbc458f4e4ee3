import { statSync } from 'node:fs';
import { COMMANDS } from './commands.ts';
import { runCommand } from './testing/run-command.ts';
import { scratchFolder } from './testing/scratch-folder.ts';

describe('help', () => {
  test('lists every command, examples and the exit codes on standard output', async () => {
    const { code, stdout, stderr } = await runCommand(['--help']);
    expect(code).toBe(0);
    expect(stderr).toBe('');
    for (const { name, summary } of COMMANDS)
      expect(stdout).toMatch(new RegExp(`^  ${name} .*${summary.slice(0, 20)}`, 'm'));
    expect(stdout).toContain('Exit codes:\n  0  fine\n  1  some papers failed');
  });

  test('names the default store and where SCRUTINEER_HOME puts it', async () => {
    const { stdout } = await runCommand(['--help'], { environment: { SCRUTINEER_HOME: '/data' } });
    expect(stdout.replace(/\s+/g, ' ')).toContain('(default: /data/scrutineer.db)');
  });

  test.each(COMMANDS.map(({ name }) => name))(
    'of %s tells its arguments, the global options and an example',
    async (name) => {
      const { code, stdout } = await runCommand([name, '--help']);
      expect(code).toBe(0);
      expect(stdout).toContain(`Usage: scrutineer ${name}`);
      expect(stdout).toContain('--store <path>');
      if (name !== 'demo') expect(stdout).toMatch(/Examples?:\n {2}\$ /);
      expect(await runCommand(['help', name])).toMatchObject({ code: 0, stdout });
    },
  );
});

describe('wrong usage ends with 2 and says what is wrong on standard error', () => {
  test.each([
    [['no-such-command'], "unknown command 'no-such-command'"],
    [['papers', '--no-such-option'], "unknown option '--no-such-option'"],
    [['ingest'], "missing required argument 'paper'"],
    [['extract'], "missing required argument 'file'"],
    [['observations', '--format', 'xml'], 'Allowed choices are table, csv, jsonl'],
    [['observations', '--statistic', 'mean'], 'Allowed choices are level, change, rank, target, forecast'],
    [['observations', '--period', 'last summer'], 'It must be a year, a financial year, a month, a date'],
    [['observations', '--period', '2018-13'], 'It must be a year, a financial year, a month, a date'],
    [['observations', '--period', '2019-02-30'], 'It must be a year, a financial year, a month, a date'],
    [['ingest', 'a.md', '--jobs', '0'], 'It must be a whole number from 1'],
    [['papers', '--store', '/no/such/store.db'], 'there is no store /no/such/store.db yet'],
    [['extract', '/no/such/paper.md'], 'there is no file or folder /no/such/paper.md'],
  ])('%j', async (args, sentence) => {
    const { code, stdout, stderr } = await runCommand(args);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(sentence);
    expect(stderr).not.toMatch(/^ +at /m);
  });
});

describe('a store that is none', () => {
  const path = scratchFolder({ 'letter.db': 'Dear Sir or Madam, '.repeat(100), 'empty.db': '' });

  test('is refused in one sentence', async () => {
    const { code, stdout, stderr } = await runCommand(['papers', '--store', path('letter.db')]);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toBe(`scrutineer: the store ${path('letter.db')} cannot be opened: file is not a database\n`);
  });

  test.each([['papers'], ['observations'], ['audit'], ['show', 'a1']])(
    'an empty file stays one: %s',
    async (...args) => {
      const { code, stdout, stderr } = await runCommand([...args, '--store', path('empty.db')]);
      expect(code).toBe(2);
      expect(stdout).toBe('');
      expect(stderr).toBe(
        `scrutineer: ${path('empty.db')} is an empty file and no store; give one that \`scrutineer ingest\` made\n`,
      );
      expect(statSync(path('empty.db')).size).toBe(0);
    },
  );
});
