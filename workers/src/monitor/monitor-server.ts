import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inTime } from '../in-time.ts';
import type { Address } from '../settings.ts';
import { refusalOf } from './guard.ts';
import type { Metrics } from './metrics.ts';

/** What the worker leans on, each asked in turn; a check that fails says why by throwing. */
export type HealthChecks = Readonly<Record<string, () => Promise<unknown>>>;

/** Milliseconds after which a service that is asked counts as away. */
const PATIENCE = 2000;
const LATE = `no answer within ${PATIENCE / 1000} seconds`;

/** What is answered is data: a browser is to show it and nothing else. */
const HEADERS = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
};

export interface MonitorServer {
  /** Where it answers; the port is the one it was given, where 0 was asked for. */
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Answers `/health` (200, or 503 with what is away) and `/metrics` (Prometheus text).
 *
 * @param names by which it is asked for, beside `localhost` and addresses
 */
export async function startMonitorServer(
  address: Address,
  metrics: Metrics,
  checks: HealthChecks,
  names: readonly string[] = [],
): Promise<MonitorServer> {
  const server = createServer(async ({ method = '', headers, url = '/' }, response) => {
    const refusal = refusalOf({ method, headers }, { names, token: null });
    const refused = refusal && { status: 403, type: 'text/plain', body: `${refusal}\n` };
    const answer = refused || (await answerTo(url, metrics, checks));
    response.writeHead(answer.status, { 'content-type': answer.type, ...HEADERS });
    response.end(answer.body);
  });
  await listen(server, address);
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://${address.host}:${port}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

async function answerTo(path: string, { registry }: Metrics, checks: HealthChecks): Promise<Answer> {
  if (path === '/health') return health(checks);
  if (path !== '/metrics') return { status: 404, type: 'text/plain', body: 'there are /health and /metrics\n' };
  try {
    return { status: 200, type: registry.contentType, body: await inTime(PATIENCE, registry.metrics(), LATE) };
  } catch (error) {
    return { status: 503, type: 'text/plain', body: `${(error as Error).message}\n` };
  }
}

async function health(checks: HealthChecks): Promise<Answer> {
  const states = await Promise.all(
    Object.entries(checks).map(async ([name, check]) => [name, await stateOf(check)] as const),
  );
  const well = states.every(([, state]) => state === 'ready');
  const body = `${JSON.stringify({ status: well ? 'ready' : 'impaired', ...Object.fromEntries(states) })}\n`;
  return { status: well ? 200 : 503, type: 'application/json', body };
}

async function stateOf(check: () => Promise<unknown>): Promise<string> {
  try {
    await inTime(PATIENCE, check(), LATE);
    return 'ready';
  } catch (error) {
    return (error as Error).message;
  }
}

function listen(server: Server, { host, port }: Address): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
}
