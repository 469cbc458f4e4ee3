import type { AddressInfo } from 'node:net';
import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import { FastifyAdapter } from '@bull-board/fastify';
import fastify from 'fastify';
import type { Queues } from '../queue/queues.ts';
import type { Address } from '../settings.ts';

/** Milliseconds after which the queue of a host that is new is shown. */
const LOOK_FOR_QUEUES = 5000;

/**
 * What the page may load: itself, and nothing from elsewhere (it asks for fonts of another site and does without).
 * Its scripts and styles stand partly in the page.
 */
const CONTENT_SECURITY_POLICY =
  "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'";

export interface Dashboard {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Serves Bull Board: every queue with its jobs, failures and their reasons. It has no login and can retry and delete
 * jobs unless it is read-only: keep it on a local address, or behind one that asks who is there.
 */
export async function startDashboard(queues: Queues, address: Address, readOnly: boolean): Promise<Dashboard> {
  const server = fastify();
  const serverAdapter = new FastifyAdapter();
  const adapters = async () =>
    (await queues.all()).map((queue) => new BullMQAdapter(queue, { readOnlyMode: readOnly }));
  const board = createBullBoard({
    queues: await adapters(),
    serverAdapter,
    options: { uiConfig: { boardTitle: 'Scrutineer' } },
  });
  server.addHook('onSend', async (_, reply) => {
    reply.header('content-security-policy', CONTENT_SECURITY_POLICY).header('x-content-type-options', 'nosniff');
  });
  await server.register(serverAdapter.registerPlugin(), {});
  await server.listen({ host: address.host, port: address.port });
  const timer = setInterval(() => {
    adapters().then(board.replaceQueues, () => {});
  }, LOOK_FOR_QUEUES);
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `http://${address.host}:${port}`,
    async close() {
      clearInterval(timer);
      await server.close();
    },
  };
}
