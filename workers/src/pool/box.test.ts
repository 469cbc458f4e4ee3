import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { failureReason } from '@scrutineer/model';
import { createPool } from './pool.ts';

const entryOf = (name: string) => new URL(`../testing/${name}.ts`, import.meta.url);
const LIMITS = { timeBudget: 30_000, memoryBudget: 256, reading: { pageTime: 30_000 } };

test('a reading process reaches no file but the program, no network, no program and no secret', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'scrutineer-box-'));
  const other = join(folder, 'other.md');
  writeFileSync(other, 'another paper');
  let requests = 0;
  const server = createServer((_, response) => {
    requests += 1;
    response.end();
  });
  server.on('connection', () => {
    requests += 1;
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  process.env.DATABASE_SECRET = 'secret';
  const pool = createPool<never>(1, { entry: entryOf('reaching-process'), ...LIMITS });
  try {
    const { port } = server.address() as AddressInfo;
    const result = await pool.withReader((read) => read({ id: String(port), file: other, bytes: new Uint8Array() }));
    expect(failureReason(result.messages)).toBe('');
    expect(requests).toBe(0);
  } finally {
    delete process.env.DATABASE_SECRET;
    await pool.close();
    server.close();
    rmSync(folder, { recursive: true });
  }
});

test('a process that hangs ends with the one that it reads for, however that ends', async () => {
  const parent = spawn(process.execPath, [fileURLToPath(entryOf('killed-parent'))], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(parent.stdout, 'data')) as [Buffer];
  const child = Number(line.toString());
  expect(isThere(child)).toBe(true);
  parent.kill('SIGKILL');
  await once(parent, 'exit');
  while (isThere(child)) await new Promise((resolve) => setTimeout(resolve, 20));
});

function isThere(process_: number): boolean {
  try {
    return process.kill(process_, 0);
  } catch {
    return false;
  }
}
