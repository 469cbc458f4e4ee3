import { rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describeWithServices, startWorkerProcess } from '@scrutineer/testkit';
import { runCommand } from '../testing/run-command.ts';
import { scratchFolder } from '../testing/scratch-folder.ts';

const PAPER = '# Crime report\n\nThere were 1,234 burglaries in 2019.\n';
const NOWHERE = 'redis://127.0.0.1:1';
const NO_DATABASE = 'postgres://me:not-to-be-told@127.0.0.1:1/archive';

describe('a service that cannot be reached is one sentence, and exit code 3', () => {
  test.each([
    [['worker'], { REDIS_URL: NOWHERE }, 'Redis at 127.0.0.1:1 cannot be reached (ECONNREFUSED)'],
    [['enqueue', 'https://example.org/a.pdf'], { REDIS_URL: NOWHERE }, 'Redis at 127.0.0.1:1'],
    [['jobs'], { REDIS_URL: NOWHERE }, 'Redis at 127.0.0.1:1'],
    [['watch', '--list'], { REDIS_URL: NOWHERE }, 'Redis at 127.0.0.1:1'],
    [['dashboard'], { REDIS_URL: NOWHERE }, 'Redis at 127.0.0.1:1'],
    [['papers'], { SCRUTINEER_STORE: NO_DATABASE }, 'PostgreSQL at 127.0.0.1:1, database archive, cannot be reached'],
    [['ingest', 'package.json', '--store', NO_DATABASE], {}, 'PostgreSQL at 127.0.0.1:1'],
  ])('%s %j', async (args, environment, sentence) => {
    const { code, stderr, stdout } = await runCommand(args, { environment: environment as Record<string, string> });
    expect({ code, lines: stderr.trim().split('\n').length, stdout }).toEqual({ code: 3, lines: 1, stdout: '' });
    expect(stderr).toContain(sentence);
    expect(stderr).not.toContain('not-to-be-told');
  });

  test('also where something else answers than what is expected', async () => {
    const silent = createServer(() => {});
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const { port } = silent.address() as AddressInfo;
    try {
      const outcomes = await Promise.all([
        runCommand(['jobs'], { environment: { REDIS_URL: `redis://127.0.0.1:${port}` } }),
        runCommand(['papers', '--store', `postgres://127.0.0.1:${port}/archive`]),
      ]);
      expect(outcomes.map(({ code }) => code)).toEqual([3, 3]);
    } finally {
      silent.closeAllConnections();
      silent.close();
    }
  });
});

describe('wrong usage is exit code 2', () => {
  test.each([
    [['enqueue'], {}, 'name a source to enqueue'],
    [['enqueue', 'missing.pdf'], {}, 'there is no file or folder missing.pdf'],
    [['enqueue', 'ftp://example.org/x'], {}, 'no web address that can be fetched'],
    [['worker', '--queues', 'read,write'], {}, '"write" is none of discover, fetch, read, store'],
    [['worker', '--concurrency', '0'], {}, 'whole number from 1'],
    [['watch', 'x', '--every', 'often'], {}, 'a number with s, m, h or d'],
    [['watch'], {}, 'name a source to watch'],
    [['jobs'], { REDIS_URL: 'localhost' }, 'REDIS_URL must begin with redis://'],
    [['papers', '--store', 'mysql://x/y'], {}, 'give a SQLite file or a postgres:// URL'],
  ])('%s %j', async (args, environment, sentence) => {
    const { code, stderr } = await runCommand(args, { environment: environment as Record<string, string> });
    expect(code).toBe(2);
    expect(stderr).toContain(sentence);
  });
});

test('a dry run tells what would be fetched, and needs no queue', async () => {
  const site = createServer((request, response) => {
    if (request.url === '/panel') response.end('<a href="/q1.pdf">Quarter 1 report</a>');
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  const base = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
  try {
    const environment = {
      REDIS_URL: NOWHERE,
      SCRUTINEER_ALLOWED_HOSTS: '127.0.0.1',
      SCRUTINEER_HOST_DELAY_SECONDS: '0.01',
    };
    const found = await runCommand(['enqueue', '--dry-run', `page:${base}/panel`], { environment });
    expect(found).toMatchObject({ code: 0, stdout: expect.stringContaining(`${base}/q1.pdf`) });
    expect(found.stdout).toContain('Quarter 1 report');
    const refused = await runCommand(['enqueue', '--dry-run', `page:${base}/gone`], { environment });
    expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining('answered 404') });
  } finally {
    site.closeAllConnections();
    site.close();
  }
});

describeWithServices(
  'the queue by its commands',
  { services: ['redis', 'postgres'], own: true },
  ({ redis, postgres }) => {
    const path = scratchFolder();

    test('papers are enqueued, worked on by a worker that ends when told, counted, listed, and tried again', async () => {
      const environment = {
        REDIS_URL: redis().url,
        SCRUTINEER_STORE: postgres().url,
        SCRUTINEER_ARCHIVE: path('archive'),
        SCRUTINEER_MONITOR: 'off',
      };
      const run = (...args: string[]) => runCommand(args, { environment });
      writeFileSync(path('a.md'), PAPER);
      writeFileSync(path('b.md'), `${PAPER}b`);
      expect(await run('enqueue', path('a.md'), path('b.md'))).toMatchObject({ code: 0 });
      rmSync(path('b.md'));
      expect((await run('jobs', '--format', 'csv')).stdout).toContain('fetch,2,0,0,0');
      let ended = 0;
      const worker = startWorkerProcess(['--concurrency', '1'], environment, ({ msg }) => {
        if (msg !== 'stored' && msg !== 'given up') return;
        ended += 1;
        if (ended === 2) worker.process.kill('SIGTERM');
      });
      expect(await worker.ended).toBe(0);
      expect((await run('papers', '--format', 'csv')).stdout).toContain('a.md');
      expect((await run('papers', '--failed')).stdout).toContain('b.md cannot be opened (ENOENT)');
      expect((await run('observations', '--format', 'csv')).stdout).toContain('1234');
      expect((await run('jobs', 'failed', '--format', 'jsonl')).stdout).toContain(
        '"reason":"b.md cannot be opened (ENOENT)"',
      );
      expect((await run('jobs', 'retry')).stderr).toContain('1 job put back');
      expect((await run('jobs', 'drain')).stderr).toContain('1 job taken out');
      expect((await run('jobs', 'failed')).stderr).toContain('nothing was given up');
      expect(await run('watch', path('.'), '--every', '6h')).toMatchObject({ code: 0 });
      expect((await run('watch', '--list')).stdout).toContain('6h');
      expect(await run('watch', '--remove', path('.'))).toMatchObject({ code: 0 });
      expect(await run('watch', '--remove', path('.'))).toMatchObject({ code: 2 });
      expect((await run('enqueue', '--outdated')).stderr).toContain('0 stored papers enqueued');
    });
  },
);
