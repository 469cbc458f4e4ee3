import { createHash, randomUUID } from 'node:crypto';
import type { Archive } from '@scrutineer/ingest/archive';
import type { Redis } from 'ioredis';
import type { Logger } from 'pino';
import type { Settings } from '../settings.ts';

/** Told where a queue that was served is no longer there. */
const GONE =
  'the queue that was served here is gone from Redis (flushed, or lost in a restart): jobs that waited, schedules and the list of what was given up are lost, papers are not; enqueue the sources again, and watch them again';

export interface MarkPlan {
  readonly redis: Redis;
  readonly archive: Archive;
  readonly settings: Pick<Settings, 'redisUrl' | 'queuePrefix' | 'lockDuration'>;
  readonly log: Logger;
}

/**
 * Watches over a queue by a mark that lies in it, and beside the papers in the archive: where the mark of the queue is gone
 * and the other is there, the queue was emptied, whether workers were running or not. Redis alone cannot tell that from
 * a queue that is new.
 */
export async function watchMark(plan: MarkPlan): Promise<{ close(): void }> {
  const { settings, log } = plan;
  let mark = await known(plan);
  const look = async () => {
    const found = await markOf(plan);
    if (mark !== null && found !== mark) log.error(GONE);
    if (found !== mark) await remember(plan, found);
    mark = found;
  };
  await look();
  // Redis that is away is told elsewhere.
  const timer = setInterval(() => look().catch(() => {}), settings.lockDuration);
  return { close: () => clearInterval(timer) };
}

/** The mark in the queue; made where there is none. */
async function markOf({ redis, settings }: MarkPlan): Promise<string> {
  const key = `${settings.queuePrefix}:mark`;
  await redis.setnx(key, randomUUID());
  return (await redis.get(key))!;
}

/** The mark that the queue had when it was last served; null where it never was, or the archive does not tell. */
async function known({ archive, settings }: MarkPlan): Promise<string | null> {
  const bytes = await archive.getNamed(nameOf(settings)).catch(() => null);
  return bytes && Buffer.from(bytes).toString();
}

/** An archive that cannot be written is told by the jobs that need it. */
async function remember({ archive, settings }: MarkPlan, mark: string): Promise<void> {
  await archive.putNamed(nameOf(settings), Buffer.from(mark)).catch(() => {});
}

/** The queue's place, and no password. */
function nameOf({ redisUrl, queuePrefix }: MarkPlan['settings']): string {
  const { host, pathname } = new URL(redisUrl);
  return `queues/${createHash('sha256').update(`${host}${pathname} ${queuePrefix}`).digest('hex').slice(0, 16)}`;
}
