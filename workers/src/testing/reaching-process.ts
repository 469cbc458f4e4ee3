import { spawnSync } from 'node:child_process';
import dgram from 'node:dgram';
import dns from 'node:dns';
import { readFile, writeFile } from 'node:fs/promises';
import http from 'node:http';
import net from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import tls from 'node:tls';
import { Worker } from 'node:worker_threads';
import { keepWatch, tell } from '../pool/obey-orders.ts';

keepWatch();

/** What a paper that took over its reading process would try; each throws where it is held back. */
const ATTEMPTS: Readonly<Record<string, (port: number, paper: string) => unknown>> = {
  'read another file': (_, paper) => readFile(paper),
  'read the list of users': () => readFile('/etc/passwd'),
  'write a file': () => writeFile(join(tmpdir(), 'scrutineer-reached'), 'x'),
  'write a file of the program': () => writeFile(import.meta.filename, 'x'),
  'start a program': () => {
    const { error } = spawnSync('true');
    if (error) throw error;
  },
  'connect by net': (port) => connected(net.connect(port, '127.0.0.1')),
  'connect by TLS': (port) => connected(tls.connect(port, '127.0.0.1')),
  'ask by HTTP': (port) => connected(http.get({ port, host: '127.0.0.1' }) as never),
  fetch: (port) => fetch(`http://127.0.0.1:${port}/`),
  listen: () =>
    new Promise((resolve, reject) =>
      net
        .createServer()
        .on('error', reject)
        .listen(0, () => resolve(null)),
    ),
  'send a datagram': (port) => dgram.createSocket('udp4').send('x', port, '127.0.0.1'),
  'resolve a name': () => dns.promises.lookup('localhost'),
  'resolve a name by callback': () => dns.resolve4('localhost', () => {}),
  'connect from a thread': (port) =>
    new Promise((resolve, reject) => {
      const code = `require('node:net').connect(${port}, '127.0.0.1').on('connect', () => process.exit(0))`;
      new Worker(code, { eval: true }).on('error', reject).on('exit', resolve);
    }),
};

function connected(socket: net.Socket): Promise<unknown> {
  return new Promise((resolve, reject) => socket.on('error', reject).on('connect', resolve).on('response', resolve));
}

function isRefusal(error: unknown): boolean {
  const { code, cause } = error as { code?: string; cause?: unknown };
  return code === 'ERR_ACCESS_DENIED' || (cause !== undefined && isRefusal(cause));
}

process.on('message', async ({ id, file }: { id: string; file: string }) => {
  const reached: string[] = Object.keys(process.env).filter((name) => /SECRET|DATABASE|AWS/.test(name));
  for (const [name, attempt] of Object.entries(ATTEMPTS)) {
    try {
      await attempt(Number(id), file);
      reached.push(name);
    } catch (error) {
      if (!isRefusal(error)) reached.push(`${name} (${(error as Error).message})`);
    }
  }
  const reason = reached.join(', ');
  tell({ result: { status: 'failed', messages: [{ rule: 'test/reached', severity: 'error', reason, place: null }] } });
});
