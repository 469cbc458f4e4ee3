import { Redis } from 'ioredis';
import { inTime } from '../in-time.ts';
import { QueueUnreachableError } from './queue-error.ts';

/** Milliseconds until Redis counts as not reachable. */
const CONNECT_TIMEOUT = 4000;
/** Milliseconds between two tries to connect again, at most. */
const LONGEST_PAUSE = 2000;

/**
 * Connects to Redis. The first connection must succeed; one that is lost later is made anew, for as long as it takes.
 *
 * @param url redis:// or rediss://
 * @throws QueueUnreachableError within five seconds where Redis does not answer
 */
export async function connectRedis(url: string): Promise<Redis> {
  let reached = false;
  const redis = new Redis(url, {
    lazyConnect: true,
    connectTimeout: CONNECT_TIMEOUT,
    maxRetriesPerRequest: null,
    retryStrategy: (times) => (reached ? Math.min(times * 200, LONGEST_PAUSE) : null),
  });
  let reason = 'no answer';
  redis.on('error', (error: NodeJS.ErrnoException) => {
    reason = reasonOf(error);
  });
  try {
    await inTime(
      CONNECT_TIMEOUT,
      redis.connect().then(() => redis.ping()),
      'timeout',
    );
  } catch (error) {
    redis.disconnect();
    throw new QueueUnreachableError(unreachable(url, reasonOf(error as NodeJS.ErrnoException, reason)));
  }
  reached = true;
  return redis;
}

/** What Redis answers to who may not come in, in words of our own. */
function reasonOf({ code, message }: NodeJS.ErrnoException, otherwise = 'no answer'): string {
  if (code !== undefined) return code;
  if (message.startsWith('NOAUTH')) return 'it asks for a password';
  if (/^(?:WRONGPASS|ERR invalid password)/.test(message)) return 'the password is wrong';
  return message.startsWith('NOPERM') ? 'this user may not use it' : otherwise;
}

function unreachable(url: string, reason: string): string {
  const { hostname, port } = new URL(url);
  return `Redis at ${hostname}:${port || 6379} cannot be reached (${reason}); start it, or set REDIS_URL to where it is`;
}
