import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The checkout: all that the program itself has to read lies in it. */
const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const PROGRAM = ['packages', 'workers', 'node_modules', 'package.json'];
/** What of the environment a reading process is told; passwords and keys stay here. */
const TOLD = ['NODE_COMPILE_CACHE', 'SCRUTINEER_REGISTRY', 'TZ', 'SystemRoot'];
/** Share of a process's memory that V8 may fill; the rest is the program's and of buffers. */
const HEAP_SHARE = 0.8;
/**
 * MiB for what a process has just made, in each of three parts. Most of it is of no use a moment later; where there is
 * more room, V8 lets it pile up, and a process takes twice the memory for the same papers.
 */
const NURSERY = 5;

/**
 * Starts a process that works on untrusted bytes. By Node's permission model it may read the program's own files and no
 * others, and write none and start none; the network is taken from it before it loads anything. It gets its input by
 * messages. Drawing pages takes native code (`--allow-addons`), recognising them takes threads (`--allow-worker`).
 *
 * @param entry the file that it runs
 * @param memory MiB that it may hold; it ends itself where it holds more
 */
export function startInBox(entry: URL, memory: number): ChildProcess {
  const child = fork(fileURLToPath(entry), [String(memory)], {
    // Messages as `postMessage` has them: bytes stay bytes.
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    env: Object.fromEntries(TOLD.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : []))),
    execArgv: [
      '--permission',
      '--allow-addons',
      '--allow-worker',
      ...readable().map((path) => `--allow-fs-read=${path}`),
      // Not `--import`, which a thread may be ahead of.
      `--require=${fileURLToPath(new URL('./without-network.ts', import.meta.url))}`,
      `--max-old-space-size=${Math.floor(memory * HEAP_SHARE)}`,
      `--max-semi-space-size=${NURSERY}`,
    ],
  });
  open.add(child);
  child.once('exit', () => open.delete(child));
  return child;
}

function readable(): string[] {
  const registry = process.env.SCRUTINEER_REGISTRY;
  return [...PROGRAM.map((name) => ROOT + name), ...(registry ? [registry] : [])];
}

/** Whether a process has ended by itself. */
export function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}

/** Ends a process, whatever it is doing, and waits until it is gone. */
export async function endBox(child: ChildProcess): Promise<void> {
  if (hasEnded(child)) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await gone;
}

const open = new Set<ChildProcess>();

// Who ends without closing its pools leaves nobody behind. Who is killed cannot; see `watch.ts`.
process.on('exit', () => {
  for (const child of open) child.kill('SIGKILL');
});
