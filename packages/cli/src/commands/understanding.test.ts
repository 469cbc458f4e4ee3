import { REPORT } from '../testing/papers.ts';
import { runCommand } from '../testing/run-command.ts';
import { scratchFolder } from '../testing/scratch-folder.ts';

const OWN_MEASURES = `
- group: Local priorities
  measures:
    - { label: Rural watch patrols, aliases: [farm watch patrols], good: higher }
    - { label: Shoplifting, aliases: [pilfering] }
`;

describe('commands that show how papers are understood', () => {
  const path = scratchFolder({
    'report.md': REPORT,
    'patrols.md': '# Report\n\nThere were 14 farm watch patrols in 2019 and 37 cases of pilfering in 2019.\n',
    'own/measures.yaml': OWN_MEASURES,
    'own/areas.yaml': 'forces:\n  - { label: Kent, aliases: [Garden of England] }\n',
    'wrong/measures.yaml': '- group: Local priorities\n',
    'odd/areas.yaml': 'planets: []\n',
  });

  test('measures lists the registry and finds what is nearest to some words, with the reason', async () => {
    const all = await runCommand(['measures', '--format', 'csv']);
    expect(all.stdout.split('\r\n')[0]).toBe('measure,group,unit,better,id');
    expect(all.stdout).toContain('\r\nShoplifting,Theft offences,count,lower,shoplifting\r\n');
    const { stdout } = await runCommand(['measures', 'shop', 'theft', '--most', '1', '--format', 'csv']);
    expect(stdout).toBe('measure,unit,likeness,how,by its name\r\nShoplifting,count,1.00,name,shop theft\r\n');
  });

  test('measures --unmatched lists the labels of a store that the registry does not know', async () => {
    const store = ['--store', path('unmatched.db')];
    await runCommand(['ingest', path('patrols.md'), ...store]);
    const { stdout } = await runCommand(['measures', '--unmatched', '--format', 'jsonl', ...store]);
    const labels = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(labels.map(({ label }) => label)).toContain('farm watch patrols');
  });

  test('a person’s own registry adds measures and names, and papers are read again for it', async () => {
    const environment = { SCRUTINEER_REGISTRY: path('own') };
    const store = ['--store', path('own.db')];
    await runCommand(['ingest', path('patrols.md'), ...store]);
    await runCommand(['ingest', path('patrols.md'), ...store], { environment });
    const { stdout } = await runCommand(['observations', '--format', 'csv', ...store]);
    expect(stdout).toContain('rural-watch-patrols,');
    expect(stdout).toContain('shoplifting,Pilfering');
  });

  test.each([
    ['wrong', 'wrong/measures.yaml: each group needs `group` and `measures`'],
    ['odd', 'odd/areas.yaml: "planets" is none of nations, groups, wider, regions, forces'],
    ['missing', 'and there is no such folder'],
  ])('a mistake in it is told in one sentence (%s)', async (folder, sentence) => {
    const { code, stderr } = await runCommand(['extract', path('report.md')], {
      environment: { SCRUTINEER_REGISTRY: path(folder) },
    });
    expect(code).toBe(2);
    expect(stderr).toMatch(/^scrutineer: [^\n]+\n$/);
    expect(stderr).toContain(sentence);
  });

  test('coverage accounts for the numbers of a paper', async () => {
    const { code, stdout, stderr } = await runCommand(['coverage', path('report.md')]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^outcome\s+numbers\s+share\n(?:.*\n)*observation /);
    expect(stdout).toMatch(/\nobservations with\s+number\s+share\na measure of the registry\s+\d+\s+[\d.]+%\n/);
    expect(stdout).toMatch(/\na confidence of 0\.9\s+\d+/);
    expect(stderr).toMatch(/^\d+ of \d+ numbers in report\.md accounted for\n$/);
  });

  test('explain tells where each attribute comes from', async () => {
    const store = ['--store', path('explain.db')];
    await runCommand(['ingest', path('report.md'), ...store]);
    const listed = await runCommand(['observations', '--format', 'jsonl', ...store]);
    const [first] = listed.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    const { code, stdout } = await runCommand(['explain', first.id.slice(0, 10), ...store]);
    expect(code).toBe(0);
    expect(stdout).toContain(`read by the rule ${first.method}`);
    expect(stdout).toContain(`measure: ${first.measure.label}`);
    expect(stdout).toContain(`period: ${first.period ?? 'not told'}`);
  });
});
