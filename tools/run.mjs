// Runs the project on any Node from 20: installs what is missing, then works with the Node that the project brings.
// Plain JavaScript without dependencies, because nothing is installed yet when it starts.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const BIN = join(ROOT, 'node_modules', '.bin');
const STAMP = join(ROOT, 'node_modules', '.installed-from');
/** Lines of a failed installation that are worth seeing. */
const SHOWN_LINES = 15;

const TASKS = {
  start: (args) => [['node', 'packages/cli/bin/scrutineer.mjs', 'demo', ...args]],
  bench: (args) => [['node', 'bench/src/main.ts', ...args]],
  test: (args) => [
    [
      'node',
      '--experimental-vm-modules',
      '--disable-warning=ExperimentalWarning',
      'node_modules/jest/bin/jest.js',
      ...args,
    ],
  ],
  check: () => [
    ['tsc', '--noEmit'],
    ['biome', 'ci', '--error-on-warnings', '.'],
    ['depcruise', '--config', '.dependency-cruiser.mjs', 'packages', 'workers', 'bench'],
    ['knip'],
    ['node', 'tools/check-regexes.ts'],
  ],
};

process.exitCode = main(process.argv.slice(2));

function main([name, ...args]) {
  const task = TASKS[name];
  if (!task) return fail(`usage: node tools/run.mjs ${Object.keys(TASKS).join('|')}`, 2);
  const [major] = process.versions.node.split('.');
  if (Number(major) < 20) return fail(`Node 20 or newer is needed to begin with; this is ${process.versions.node}.`, 2);
  const installed = install();
  if (installed !== 0) return installed;
  for (const command of task(args)) {
    const status = run(command);
    if (status !== 0) return status;
  }
  return 0;
}

/** Installs if anything that decides on the installation has changed since the last one. */
function install() {
  const wanted = fingerprint();
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) return 0;
  process.stderr.write('Installing what is needed (the first time this takes a minute or two) …\n');
  const { packageManager } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const result = spawnSync('npx', ['--yes', packageManager, 'install', '--frozen-lockfile'], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, CI: 'true', npm_config_update_notifier: 'false' },
    shell: process.platform === 'win32',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  if (result.status !== 0) return installationFailed(result);
  writeFileSync(STAMP, wanted);
  return 0;
}

function fingerprint() {
  const hash = createHash('sha256').update(`${process.platform} ${process.arch}\n`);
  const packages = readdirSync(join(ROOT, 'packages')).sort();
  const manifests = [...packages.map((name) => `packages/${name}`), 'workers', 'bench', '.'].map(
    (folder) => `${folder}/package.json`,
  );
  for (const file of ['pnpm-lock.yaml', 'pnpm-workspace.yaml', ...manifests]) {
    const path = join(ROOT, file);
    if (existsSync(path)) hash.update(`${file}\n`).update(readFileSync(path));
  }
  return hash.digest('hex');
}

function installationFailed({ stdout, stderr, error }) {
  const lines = `${stdout ?? ''}\n${stderr ?? ''}`.split('\n').filter((line) => line.trim() !== '');
  process.stderr.write(`${lines.slice(-SHOWN_LINES).join('\n')}\n`);
  const why = error ? ` (${error.message})` : '';
  return fail(
    `The installation failed${why}: see above, check the connection to the package registry, and try again.`,
    1,
  );
}

/** Runs a command of the project with the project's own Node first on the path. */
function run([command, ...args]) {
  const windows = process.platform === 'win32';
  const result = spawnSync(windows ? `${command}.cmd` : join(BIN, command), args, {
    cwd: ROOT,
    env: { ...process.env, PATH: `${BIN}${delimiter}${process.env.PATH}` },
    shell: windows,
    stdio: 'inherit',
  });
  if (result.error)
    return fail(`${command} could not be started (${result.error.message}); remove node_modules and try again.`, 1);
  return result.status ?? 1;
}

function fail(sentence, status) {
  process.stderr.write(`${sentence}\n`);
  return status;
}
