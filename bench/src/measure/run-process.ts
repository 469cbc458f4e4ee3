import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { memoryOfTree } from './memory-of-tree.ts';

/** The file of the command, which is run as a person runs it. */
export const COMMAND = fileURLToPath(new URL('../../../packages/cli/bin/scrutineer.mjs', import.meta.url));
const REPORT_USAGE = new URL('./report-usage.mjs', import.meta.url).href;

/** What a whole process took. */
export interface Usage {
  /** From start to end, in milliseconds. */
  readonly wall: number;
  /** Most memory held at once by it and what it started, in MB (10^6 bytes). */
  readonly peak: number;
  readonly stdout: string;
}

/** Milliseconds between looks at the memory of a process and of those that it started. */
const LOOK = 10;

export interface RunOptions {
  readonly keepOutput?: boolean;
  /** Ask the process itself for its memory; costs it a few milliseconds. */
  readonly memory?: boolean;
  /** The one core that it may use; needs Linux. */
  readonly core?: number;
}

/**
 * Runs Node with these arguments as a process of its own.
 *
 * @throws Error with what it wrote to standard error where it does not end with 0
 */
export async function runNode(args: readonly string[], options: RunOptions = {}): Promise<Usage> {
  const preload = options.memory ? ['--import', REPORT_USAGE] : [];
  const start = performance.now();
  const command = [process.execPath, ...preload, ...args];
  const [program, ...rest] = options.core === undefined ? command : ['taskset', '-c', String(options.core), ...command];
  const child = spawn(program!, rest, { stdio: ['ignore', 'pipe', 'pipe', 'pipe'] });
  const [stdout, stderr, usage] = [1, 2, 3].map((index) => {
    const chunks: Buffer[] = [];
    child.stdio[index]!.on('data', (chunk: Buffer) => (index !== 1 || options.keepOutput) && chunks.push(chunk));
    return chunks;
  });
  let held = 0;
  const look = options.memory ? setInterval(() => (held = Math.max(held, memoryOfTree(child.pid!))), LOOK) : undefined;
  const code = await new Promise((resolve, reject) => child.on('error', reject).on('close', resolve));
  clearInterval(look);
  const wall = performance.now() - start;
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}: ${textOf(stderr!)}`);
  return { wall, peak: Math.max(held, Number(textOf(usage!)) / 1000), stdout: textOf(stdout!) };
}

function textOf(chunks: readonly Buffer[]): string {
  return Buffer.concat(chunks).toString('utf8');
}
