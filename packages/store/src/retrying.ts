import { setTimeout as sleep } from 'node:timers/promises';
import { isLostConnection } from './lost-connection.ts';
import type { Store } from './open-store.ts';
import { isServerFull } from './server-full.ts';
import { StoreFullError } from './store-error.ts';
import { unreachable } from './unreachable.ts';
import { withoutPassword } from './without-password.ts';

/** Milliseconds between tries: together longer than a database takes to restart. */
const PAUSES = [50, 200, 500, 1000, 2000, 4000, 8000];

/**
 * What two writers at once can bring about and another try puts right: serialization failure and deadlock.
 * Source: PostgreSQL documentation, 13.5 "Serialization Failure Handling".
 */
const RACES = new Set(['40001', '40P01']);

/**
 * Does work that can be done again as a whole, until it succeeds or the database stays away.
 *
 * @throws StoreUnreachableError where the database does not come back; StoreFullError where its disk is full
 */
export async function retrying<T>({ location }: Pick<Store, 'location'>, work: () => Promise<T>): Promise<T> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (isServerFull(error)) throw new StoreFullError(`the store ${withoutPassword(location)}`);
      const lost = isLostConnection(error);
      const pause = PAUSES[attempt];
      if (!lost && !RACES.has((error as { code?: string }).code ?? '')) throw error;
      if (pause === undefined) throw lost ? unreachable(location, error) : error;
      await sleep(pause);
    }
  }
}
