import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** A server of the tests' own, on a free port and with data of its own. */
export interface Service {
  /** redis:// or postgres:// URL. */
  readonly url: string;
  /** Ends it in good order and starts it again, on the same port with the same data. */
  restart(): Promise<void>;
  /** Ends it, and starts it when the work is done. */
  whileAway<T>(work: () => Promise<T>): Promise<T>;
  /** Ends it and removes its data. */
  stop(): Promise<void>;
}

/** How a server is started and asked whether it is ready. */
export interface ServerProgram {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  /** Signal that ends it in good order. */
  readonly signal: NodeJS.Signals;
  readonly user: User;
  ready(): Promise<boolean>;
}

/** Whom a server runs as; PostgreSQL refuses to run as root. */
export interface User {
  readonly uid?: number;
  readonly gid?: number;
}

/** Milliseconds that a server may take to start. */
const PATIENCE = 20_000;
const LOOK = 30;

export async function startProgram(
  program: ServerProgram,
): Promise<{ restart: Service['restart']; whileAway: Service['whileAway']; end: () => Promise<void> }> {
  let child = await started(program);
  const end = async () => {
    const ended = new Promise((resolve) => child.once('close', resolve));
    child.kill(program.signal);
    await ended;
  };
  const start = async () => {
    child = await started(program);
  };
  return {
    end,
    async restart() {
      await end();
      await start();
    },
    async whileAway(work) {
      await end();
      try {
        return await work();
      } finally {
        await start();
      }
    },
  };
}

async function started(program: ServerProgram): Promise<ChildProcess> {
  const { name, command, args, user } = program;
  const child = spawn(command, args, { ...user, stdio: ['ignore', 'ignore', 'pipe'] });
  let complaint = '';
  child.stderr!.on('data', (chunk) => {
    complaint = `${complaint}${chunk}`.slice(-2000);
  });
  const ended = { yes: false };
  child.once('close', () => {
    ended.yes = true;
  });
  for (const start = performance.now(); performance.now() - start < PATIENCE; await sleep(LOOK)) {
    if (ended.yes) throw new Error(`${name} did not start: ${complaint}`);
    if (await program.ready()) return child;
  }
  child.kill('SIGKILL');
  throw new Error(`${name} was not ready within ${PATIENCE / 1000} seconds: ${complaint}`);
}

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}
