import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { findProgram } from './binaries.ts';
import { freePort, type Service, startProgram } from './service.ts';

/** Whether `startRedis` can. */
export function canStartRedis(): boolean {
  return findProgram('redis-server') !== null;
}

/** Starts Redis with an append-only file. */
export async function startRedis(): Promise<Service> {
  const folder = mkdtempSync(join(tmpdir(), 'scrutineer-redis-'));
  const port = await freePort();
  const url = `redis://127.0.0.1:${port}`;
  const program = await startProgram({
    name: 'Redis',
    command: findProgram('redis-server')!,
    args: ['--bind', '127.0.0.1', '--port', String(port), '--dir', folder, '--appendonly', 'yes', '--save', ''],
    signal: 'SIGTERM',
    user: {},
    ready: () => answers(url),
  });
  return {
    url,
    restart: program.restart,
    whileAway: program.whileAway,
    async stop() {
      await program.end();
      rmSync(folder, { recursive: true });
    },
  };
}

/** Not before it has read its append-only file. */
async function answers(url: string): Promise<boolean> {
  const redis = new Redis(url, { lazyConnect: true, retryStrategy: () => null });
  redis.on('error', () => {});
  try {
    await redis.connect();
    return (await redis.ping()) === 'PONG';
  } catch {
    return false;
  } finally {
    redis.disconnect();
  }
}
