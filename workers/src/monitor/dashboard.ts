import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import { FastifyAdapter } from '@bull-board/fastify';
import fastify, { type FastifyInstance } from 'fastify';
import type { Queues } from '../queue/queues.ts';
import type { Address } from '../settings.ts';
import { isSame, refusalOf, TOKEN_COOKIE } from './guard.ts';

/** Milliseconds after which the queue of a host that is new is shown. */
const LOOK_FOR_QUEUES = 5000;
const TOKEN_BYTES = 24;

/**
 * What the page may load: itself, and nothing from elsewhere (it asks for fonts of another site and does without). No
 * script stands in the page, so that none may; styles do, and its scripts make others.
 */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'self'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

export interface DashboardOptions {
  /** Jobs can be retried, changed and deleted by who knows the token. */
  readonly allowWrites?: boolean;
  /** Names by which the server is asked for, beside `localhost` and addresses. */
  readonly names?: readonly string[];
}

export interface Dashboard {
  /** Where it is to be opened; holds the token where there is one. */
  readonly url: string;
  close(): Promise<void>;
}

/** Serves Bull Board: every queue with its jobs, failures and their reasons. It has no login to look at them. */
export async function startDashboard(
  queues: Queues,
  address: Address,
  { allowWrites = false, names = [] }: DashboardOptions = {},
): Promise<Dashboard> {
  const server = fastify();
  const token = allowWrites ? randomBytes(TOKEN_BYTES).toString('base64url') : null;
  guard(server, names, token);
  const serverAdapter = new FastifyAdapter();
  const adapters = async () =>
    (await queues.all()).map((queue) => new BullMQAdapter(queue, { readOnlyMode: !allowWrites }));
  const board = createBullBoard({
    queues: await adapters(),
    serverAdapter,
    options: { uiConfig: { boardTitle: 'Scrutineer' } },
  });
  await server.register(serverAdapter.registerPlugin(), {});
  await server.listen({ host: address.host, port: address.port });
  const timer = setInterval(() => {
    adapters().then(board.replaceQueues, () => {});
  }, LOOK_FOR_QUEUES);
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `http://${address.host}:${port}${token === null ? '' : `/?token=${token}`}`,
    async close() {
      clearInterval(timer);
      await server.close();
    },
  };
}

/** Every request is looked at first; the page that is opened with the token keeps it for its own requests. */
function guard(server: FastifyInstance, names: readonly string[], token: string | null): void {
  server.addHook('onRequest', async (request, reply) => {
    const refusal = refusalOf(request, { names, token });
    if (refusal !== null) return reply.code(403).type('text/plain').send(`${refusal}\n`);
    const { token: given } = request.query as { token?: unknown };
    if (token === null || typeof given !== 'string' || !isSame(given, token)) return;
    return reply.header('set-cookie', `${TOKEN_COOKIE}=${token}; Path=/; HttpOnly; SameSite=Strict`).redirect('/');
  });
  server.addHook('onSend', async (_, reply) => {
    reply
      .header('content-security-policy', CONTENT_SECURITY_POLICY)
      .header('x-content-type-options', 'nosniff')
      .header('referrer-policy', 'no-referrer');
  });
}
