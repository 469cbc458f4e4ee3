import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The file of the command. */
export const MAIN = fileURLToPath(new URL('../../bin/scrutineer.mjs', import.meta.url));

/** What a command gave to its caller. */
export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly input?: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly folder?: string;
}

/** Runs the command as a person does: as a process of its own, with no terminal. */
export function runCommand(
  args: readonly string[],
  { input = '', environment, folder }: RunOptions = {},
): Promise<Outcome> {
  const { NO_COLOR: _, FORCE_COLOR: __, NODE_OPTIONS: ___, ...inherited } = process.env;
  const child = spawn(process.execPath, [MAIN, ...args], { cwd: folder, env: { ...inherited, ...environment } });
  const output = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text) => {
    output.stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text) => {
    output.stderr += text;
  });
  child.stdin.on('error', () => {});
  child.stdin.end(input);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, ...output }));
  });
}
