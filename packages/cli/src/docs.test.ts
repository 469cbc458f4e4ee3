import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { paperChecks, seriesChecks } from '@scrutineer/audit';
import { openStore } from '@scrutineer/store';
import { readAndExtract } from '@scrutineer/workers/read-and-extract';
import { Command } from 'commander';
import { load } from 'js-yaml';
import { COMMANDS } from './commands.ts';
import { createProgram } from './program.ts';
import { runCommand } from './testing/run-command.ts';
import { scratchFolder } from './testing/scratch-folder.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const DOCS = globSync(['*.md', 'docs/*.md', 'bench/*.md'], { cwd: ROOT }).sort();
const SAMPLES = join(ROOT, 'samples/papers/markdown');

const textOf = (file: string) => readFileSync(join(ROOT, file), 'utf8');

/** The fenced blocks of a document in these languages. */
function blocks(file: string, ...languages: readonly string[]): string[] {
  const fences = textOf(file).matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm);
  return [...fences].filter(([, language]) => languages.includes(language!)).map(([, , text]) => text!);
}

/** A command with its arguments and its own options. */
async function commandNamed(name: string): Promise<Command> {
  const entry = COMMANDS.find((candidate) => candidate.name === name);
  if (!entry) throw new Error(`there is no command ${name}`);
  const command = new Command(name);
  (await entry.load()).define(command);
  return command;
}

describe('commands.md', () => {
  const [shared, ...sections] = textOf('docs/commands.md').split(/^## /m);

  test('has a section for each command, in the order of --help', () => {
    expect(sections.map((section) => section.split('\n')[0])).toEqual(COMMANDS.map(({ name }) => name));
  });

  test.each(COMMANDS.map(({ name }) => name))('%s: tells every option, its choices, and an example', async (name) => {
    const section = sections.find((text) => text.startsWith(`${name}\n`))!;
    for (const { long, argChoices } of (await commandNamed(name)).options) {
      const told = shared!.includes(`\`${long} `) ? shared : section;
      expect(told).toContain(long);
      for (const choice of argChoices ?? []) expect(told).toContain(`\`${choice}\``);
    }
    expect(section).toMatch(new RegExp(`^(?:.* \\| )?scrutineer ${name}\\b`, 'm'));
  });

  test('tells the options of every command', () => {
    for (const { long } of createProgram().options) expect(textOf('docs/commands.md')).toContain(long);
  });
});

/** Command lines of the documents; what stands before a pipe or after a redirection is the shell's. */
const COMMAND_LINES = DOCS.flatMap((file) =>
  blocks(file, 'sh', 'console')
    .flatMap((text) => text.split('\n'))
    .flatMap((line) => /(?:^|\| |\$ )(?:npx pnpm exec )?scrutineer (?<rest>[^|>]*)/.exec(line)?.groups?.rest ?? [])
    .map((line) => ({ file, line: line.trim() })),
);

test('the documents hold command lines', () => {
  expect(COMMAND_LINES.length).toBeGreaterThan(15);
});

test.each(COMMAND_LINES)('$file: scrutineer $line', async ({ line }) => {
  const words = [...line.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare!);
  const [name, ...rest] = words;
  if (name === '--help') return;
  const command = await commandNamed(name!);
  for (const option of createProgram().options) command.addOption(option);
  let acted = false;
  for (const each of [command, ...command.commands]) {
    each.exitOverride().action(() => {
      acted = true;
    });
  }
  await command.parseAsync(rest, { from: 'user' });
  expect(acted).toBe(true);
});

describe('queries of the documents', () => {
  const path = scratchFolder();
  const queries = DOCS.flatMap((file) => blocks(file, 'sql').map((sql) => ({ file, sql })));

  test('run on a store of the sample papers, and those over observations find some', async () => {
    const store = path('scrutineer.db');
    expect(await runCommand(['ingest', SAMPLES, '--store', store])).toMatchObject({ code: 0 });
    expect(await runCommand(['audit', '--store', store])).toMatchObject({ code: 0 });
    const database = new DatabaseSync(store, { readOnly: true });
    expect(queries.length).toBeGreaterThan(4);
    for (const { sql } of queries) {
      const rows = database.prepare(sql).all();
      if (/observation_view|series_view|printing_view|revision_view|finding_view/.test(sql))
        expect({ sql, rows: rows.length }).not.toEqual({ sql, rows: 0 });
    }
    database.close();
  });
});

interface Metadata {
  readonly databases: {
    readonly scrutineer: {
      readonly queries: Readonly<Record<string, { readonly sql: string }>>;
      readonly tables: Readonly<Record<string, object>>;
    };
  };
}

describe('metadata for Datasette', () => {
  const { databases } = load(textOf('deploy/datasette.yaml')) as Metadata;
  const { queries, tables } = databases.scrutineer;

  test('has the ten queries of store.md', () => {
    const documented = blocks('docs/store.md', 'sql').map((sql) => sql.trim());
    expect(Object.values(queries).map(({ sql }) => sql.trim())).toEqual(documented);
    expect(documented).toHaveLength(10);
  });

  const path = scratchFolder();

  test('names tables and views that are there', async () => {
    await (await openStore(path('store.db'))).close();
    const database = new DatabaseSync(path('store.db'), { readOnly: true });
    const there = database.prepare('select name from sqlite_master').all();
    database.close();
    expect(there.map(({ name }) => name)).toEqual(expect.arrayContaining(Object.keys(tables)));
  });
});

describe('audit.md', () => {
  test('tells every check with its severity', () => {
    for (const { rule, severity } of [...paperChecks, ...seriesChecks])
      expect(textOf('docs/audit.md')).toContain(`| \`${rule}\` | ${severity} |`);
  });
});

describe('observation.md', () => {
  const [paper] = blocks('docs/observation.md', 'markdown');
  const [example] = blocks('docs/observation.md', 'json');

  test('the paper in it gives the observation in it', async () => {
    const result = await readAndExtract(Buffer.from(paper!), { id: 'paper', file: 'paper.md' });
    const observations = result.status === 'failed' ? [] : result.value.extraction.observations;
    expect(observations).toHaveLength(2);
    expect(observations).toContainEqual(expect.objectContaining(JSON.parse(example!)));
  });

  test('tells every note that the sample papers give rise to', async () => {
    const notes = new Set<string>();
    for (const file of globSync('*.md', { cwd: SAMPLES })) {
      const result = await readAndExtract(readFileSync(join(SAMPLES, file)), { id: file, file });
      if (result.status === 'failed') continue;
      for (const note of result.value.extraction.observations.flatMap((observation) => observation.notes))
        notes.add(note.split(':')[0]!);
    }
    expect(notes.size).toBeGreaterThan(3);
    for (const note of notes) expect(textOf('docs/observation.md')).toContain(`| \`${note}\` |`);
  });
});

/** Stands in a path for a name that the reader chooses. */
const PLACEHOLDER = /NAME|FORMAT/;

describe('paths and links', () => {
  test.each(DOCS)('%s names files that are there', (file) => {
    const text = textOf(file);
    const folder = join(ROOT, file, '..');
    const links = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, link]) => join(folder, link!));
    const paths = [...text.matchAll(/`((?:packages|workers|samples|docs|bench|tools)\/[\w./*-]*)`/g)]
      .filter(([, path]) => !PLACEHOLDER.test(path!))
      .map(([, path]) => join(ROOT, path!));
    expect([...links, ...paths].filter((path) => globSync(path).length === 0)).toEqual([]);
  });
});

test('exports.md tells every column with its type, and every format', async () => {
  const text = textOf('docs/exports.md');
  const { OBSERVATION_COLUMNS, PAPER_COLUMNS } = await import('@scrutineer/export');
  const { EXPORT_FORMATS } = await import('@scrutineer/export/formats');
  for (const { name, type } of OBSERVATION_COLUMNS) expect(text).toContain(`| \`${name}\` | ${type} |`);
  for (const { name } of PAPER_COLUMNS) expect(text).toContain(`\`${name}\``);
  for (const { name } of EXPORT_FORMATS) expect(text).toMatch(new RegExp(`^\\| \`${name}\` \\|`, 'm'));
});
