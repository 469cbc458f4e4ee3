import { settingsOf } from '../settings.ts';
import { connectRedis } from './connection.ts';
import { openQueues, type Queues } from './queues.ts';

/**
 * Opens the queues that the environment names, for one piece of work.
 *
 * @throws SettingsError, or QueueUnreachableError within five seconds where Redis does not answer
 */
export async function withQueues<T>(work: (queues: Queues) => Promise<T>): Promise<T> {
  const settings = settingsOf();
  const redis = await connectRedis(settings.redisUrl);
  const queues = openQueues(redis, settings);
  try {
    return await work(queues);
  } finally {
    await queues.close();
    redis.disconnect();
  }
}
