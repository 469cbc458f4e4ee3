import { type ChildProcess, spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** The file of the command. */
const COMMAND = fileURLToPath(new URL('../../cli/bin/scrutineer.mjs', import.meta.url));

/** A line of a worker's log. */
export interface LogLine {
  readonly msg: string;
  readonly queue?: string;
  readonly paper?: string;
  readonly origin?: string;
  readonly outcome?: string;
  readonly reason?: string;
}

/** A worker as a process of its own, as an operator runs it. */
export interface WorkerProcess {
  readonly process: ChildProcess;
  /** Resolves with its exit code, or null where a signal ended it. */
  readonly ended: Promise<number | null>;
}

/**
 * Starts `scrutineer worker`.
 *
 * @param onLine is told each line of its log
 * @param core number of the one core it may use (Linux); any where it is not given
 */
export function startWorkerProcess(
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
  onLine: (line: LogLine) => void,
  core?: number,
): WorkerProcess {
  const command = [process.execPath, COMMAND, 'worker', ...args];
  const [program, ...rest] = core === undefined ? command : ['taskset', '-c', String(core), ...command];
  const child = spawn(program!, rest, {
    // Papers of tests lie there.
    env: plainEnvironment({ SCRUTINEER_PAPER_FOLDERS: tmpdir(), ...environment }),
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  createInterface(child.stderr!).on('line', (text) => onLine(parseLine(text)));
  return { process: child, ended: new Promise((resolve) => child.on('close', (code) => resolve(code))) };
}

/** How a command ended. */
export interface Ended {
  /** Null where a signal ended it. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command to its end, whatever that is. */
export async function runToEnd(
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  const child = spawn(process.execPath, [COMMAND, ...args], {
    env: plainEnvironment(environment),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = { stdout: [] as Buffer[], stderr: [] as Buffer[] };
  child.stdout.on('data', (chunk) => output.stdout.push(chunk));
  child.stderr.on('data', (chunk) => output.stderr.push(chunk));
  const code = await new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve));
  return { code, stdout: Buffer.concat(output.stdout).toString(), stderr: Buffer.concat(output.stderr).toString() };
}

/**
 * Runs the command to its end; gives what it wrote to standard output.
 *
 * @throws Error where it does not end with the exit code that is expected
 */
export async function runScrutineer(
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  expected = 0,
): Promise<string> {
  const { code, stdout, stderr } = await runToEnd(args, environment);
  if (code !== expected) throw new Error(`${args.join(' ')} ended with ${code}: ${stderr}`);
  return stdout;
}

/** Nothing that a person's terminal or jest adds. */
function plainEnvironment(environment: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const { NO_COLOR: _, FORCE_COLOR: __, NODE_OPTIONS: ___, ...inherited } = process.env;
  return { ...inherited, ...environment };
}

/** A crash prints lines that are no JSON. */
function parseLine(text: string): LogLine {
  try {
    return JSON.parse(text) as LogLine;
  } catch {
    return { msg: text };
  }
}
