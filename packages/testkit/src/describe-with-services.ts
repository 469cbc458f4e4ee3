import { canStartPostgres, startPostgres } from './postgres.ts';
import { canStartRedis, startRedis } from './redis.ts';
import type { Service } from './service.ts';
import { sharedPostgres, sharedRedis } from './shared-services.ts';

/** What a block of tests was given. */
export interface Services {
  readonly redis: () => Service;
  readonly postgres: () => Service;
}

export type ServiceName = 'redis' | 'postgres';

interface Needs {
  readonly services: readonly ServiceName[];
  /** The tests restart them, so that those that the environment names will not do. */
  readonly own?: boolean;
}

const VARIABLES = { redis: 'REDIS_URL', postgres: 'DATABASE_URL' } as const;
const START = { redis: startRedis, postgres: startPostgres } as const;
const CAN_START = { redis: canStartRedis, postgres: canStartPostgres } as const;
const SHARED = { redis: sharedRedis, postgres: sharedPostgres } as const;
const INSTALL = { redis: 'redis-server', postgres: 'postgresql' } as const;

/**
 * As `describe`, with real servers: those of REDIS_URL and DATABASE_URL, else ones of its own. Where neither is to be
 * had the tests are skipped and say how to get them; with CI=true that is a failure.
 */
export function describeWithServices(name: string, needs: Needs, body: (services: Services) => void): void {
  const missing = needs.services.filter((service) => !canHave(service, needs));
  if (missing.length > 0) {
    tellMissing(name, missing, needs);
    return;
  }
  describe(name, () => {
    const running = new Map<ServiceName, Service>();
    beforeAll(async () => {
      for (const service of needs.services) running.set(service, await start(service, needs));
    });
    afterAll(async () => {
      await Promise.all([...running.values()].map((service) => service.stop()));
    });
    body({ redis: () => running.get('redis')!, postgres: () => running.get('postgres')! });
  });
}

function canHave(service: ServiceName, { own }: Needs): boolean {
  return (!own && !!process.env[VARIABLES[service]]) || CAN_START[service]();
}

function start(service: ServiceName, { own }: Needs): Promise<Service> {
  const url = process.env[VARIABLES[service]];
  return url && !own ? SHARED[service](url) : START[service]();
}

function tellMissing(name: string, missing: readonly ServiceName[], { own }: Needs): void {
  const how = missing
    .map((service) => `install ${INSTALL[service]}${own ? '' : ` or set ${VARIABLES[service]}`}`)
    .join(', ');
  const title = `${name}: needs ${missing.join(' and ')} (${how})`;
  if (process.env.CI === 'true') {
    test(title, () => {
      throw new Error(title);
    });
  } else test.skip(title, () => {});
}
