import type { Redis } from 'ioredis';

/**
 * What of the server's settings can lose jobs, one sentence each. What it does not let be asked is not told.
 * Source: Redis documentation, "INFO" and "Redis persistence".
 */
export async function redisWarnings(redis: Redis): Promise<string[]> {
  const persistence = await valuesOf(redis, 'persistence');
  const memory = await valuesOf(redis, 'memory');
  return [...(await persistenceWarnings(redis, persistence)), ...evictionWarnings(memory)];
}

async function persistenceWarnings(redis: Redis, { aof_enabled: log }: Values): Promise<string[]> {
  if (log !== '0') return [];
  const snapshots = await snapshotRules(redis);
  if (snapshots === '')
    return ['Redis keeps nothing on disk: all jobs and schedules are lost when it restarts; set `appendonly yes`'];
  return [
    'Redis keeps snapshots alone: what was enqueued since the last one is lost when it restarts; set `appendonly yes`',
  ];
}

function evictionWarnings({ maxmemory_policy: policy = 'noeviction' }: Values): string[] {
  if (policy === 'noeviction') return [];
  return [
    `Redis may throw out jobs when its memory is short (maxmemory-policy ${policy}); set \`maxmemory-policy noeviction\``,
  ];
}

/** When snapshots are made; empty where they are not, null where the server does not tell. */
async function snapshotRules(redis: Redis): Promise<string | null> {
  try {
    const [, rules] = (await redis.config('GET', 'save')) as string[];
    return rules ?? null;
  } catch {
    return null;
  }
}

type Values = Readonly<Record<string, string | undefined>>;

async function valuesOf(redis: Redis, section: string): Promise<Values> {
  try {
    const lines = (await redis.info(section)).split('\r\n').filter((line) => line.includes(':'));
    return Object.fromEntries(lines.map((line) => line.split(/:(.*)/s, 2)));
  } catch {
    return {};
  }
}
