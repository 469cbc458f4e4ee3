import { runCommand } from '../testing/run-command.ts';
import { scratchFolder } from '../testing/scratch-folder.ts';

describe('demo', () => {
  const path = scratchFolder();

  test('reads every sample paper once, and samples of all formats', async () => {
    const environment = { SCRUTINEER_HOME: path('data') };
    const { code, stdout } = await runCommand(['demo'], { environment });
    expect(code).toBe(0);
    expect(stdout).toContain('8 papers read');
    expect(stdout).toMatch(/^\d{4} observations of \d+ measures$/m);
    expect(stdout).toMatch(/^\d+ places where figures do not fit or need care$/m);

    const store = path('data/demo.db');
    const { stdout: listed } = await runCommand(['papers', '--store', store, '--format', 'jsonl']);
    const files = listed
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).file as string);
    expect(new Set(files.map((file) => file.replace(/\.\w+$/, ''))).size).toBe(8);
    expect(files.map((file) => file.split('.').at(-1)).sort()).toEqual([
      'docx',
      'docx',
      'html',
      'html',
      'md',
      'md',
      'pdf',
      'pdf',
    ]);
  });
});
