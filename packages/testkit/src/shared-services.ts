import { randomBytes } from 'node:crypto';
import pg from 'pg';
import type { Service } from './service.ts';

/** A Redis that others use too: tests keep apart by the prefix of their queues. */
export async function sharedRedis(url: string): Promise<Service> {
  return { url, ...immovable('Redis'), stop: async () => {} };
}

/** A database of a random name on a PostgreSQL that others use too. */
export async function sharedPostgres(url: string): Promise<Service> {
  const name = `scrutineer_test_${randomBytes(6).toString('hex')}`;
  await administer(url, `create database ${name} template template0 encoding 'UTF8'`);
  const own = new URL(url);
  own.pathname = `/${name}`;
  return {
    url: own.href,
    ...immovable('PostgreSQL'),
    stop: () => administer(url, `drop database ${name} with (force)`),
  };
}

async function administer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

function immovable(name: string): Pick<Service, 'restart' | 'whileAway'> {
  const refuse = async (): Promise<never> => {
    throw new Error(`${name} is shared with others and not to be stopped`);
  };
  return { restart: refuse, whileAway: refuse };
}
