import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const RUN = fileURLToPath(new URL('./run.mjs', import.meta.url));

/** A stand-in for npx that notes each call and installs a `node` that says what it was asked to run. */
const NPX = `#!/bin/sh
echo "$@" >> calls
[ -f refuse ] && { echo "registry not reachable" >&2; exit 7; }
mkdir -p node_modules/.bin
printf '#!/bin/sh\\necho "ran $*"\\n' > node_modules/.bin/node
chmod +x node_modules/.bin/node
`;

describe('running the project from a fresh checkout', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'scrutineer-run-'));
    for (const path of ['tools', 'bin', 'packages/cli', 'workers']) mkdirSync(join(folder, path), { recursive: true });
    cpSync(RUN, join(folder, 'tools/run.mjs'));
    writeFileSync(join(folder, 'package.json'), '{"packageManager":"pnpm@1.2.3"}');
    writeFileSync(join(folder, 'pnpm-lock.yaml'), 'lockfileVersion: 9\n');
    writeFileSync(join(folder, 'bin/npx'), NPX);
    chmodSync(join(folder, 'bin/npx'), 0o755);
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const run = (...args: string[]) => {
    const env = { ...process.env, PATH: `${join(folder, 'bin')}:/usr/bin:/bin` };
    return spawnSync(process.execPath, [join(folder, 'tools/run.mjs'), ...args], { encoding: 'utf8', env });
  };
  const calls = () => readFileSync(join(folder, 'calls'), 'utf8').trim().split('\n');

  test('installs with the pnpm that package.json names, then runs with the installed Node', () => {
    const { status, stdout } = run('start', '--json');
    expect(status).toBe(0);
    expect(stdout).toBe('ran packages/cli/bin/scrutineer.mjs demo --json\n');
    expect(calls()).toEqual(['--yes pnpm@1.2.3 install --frozen-lockfile']);
  });

  test('installs again only when what decides on the installation has changed', () => {
    run('start');
    run('start');
    expect(calls()).toHaveLength(1);
    writeFileSync(join(folder, 'packages/cli/package.json'), '{}');
    run('start');
    expect(calls()).toHaveLength(2);
    writeFileSync(join(folder, 'pnpm-lock.yaml'), 'lockfileVersion: 10\n');
    run('start');
    run('start');
    expect(calls()).toHaveLength(3);
  });

  test('a failed installation is told in a sentence, without a stack trace, and tried again the next time', () => {
    writeFileSync(join(folder, 'refuse'), '');
    const { status, stderr } = run('start');
    expect(status).toBe(1);
    expect(stderr).toContain('registry not reachable\nThe installation failed: see above');
    expect(stderr).not.toMatch(/^ +at /m);
    rmSync(join(folder, 'refuse'));
    expect(run('start').status).toBe(0);
  });

  test('an unknown task is wrong usage', () => {
    expect(run('stop')).toMatchObject({ status: 2, stderr: 'usage: node tools/run.mjs start|bench|test|check\n' });
  });
});
