import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ArchiveError, ArchiveFullError, ArchiveUnreachableError, openArchive } from './index.ts';
import { archiveConformance, BYTES, ID } from './testing/conformance.ts';
import { type S3Server, startS3Server } from './testing/s3-server.ts';

const LOCATION = 's3://papers/national';
const KEY = `/papers/national/${ID.slice(0, 2)}/${ID.slice(2, 4)}/${ID}`;

describe('an archive in a bucket', () => {
  const before = { ...process.env };
  let server: S3Server;
  beforeEach(async () => {
    server = await startS3Server();
    Object.assign(process.env, {
      AWS_ENDPOINT_URL_S3: server.url,
      AWS_REGION: 'eu-west-2',
      AWS_ACCESS_KEY_ID: 'key',
      AWS_SECRET_ACCESS_KEY: 'secret',
    });
  });
  afterEach(async () => {
    process.env = { ...before };
    await server.close();
  });

  archiveConformance(
    () => openArchive(LOCATION),
    async (_, bytes) => {
      server.objects.set(KEY, Buffer.from(bytes));
    },
  );

  test('keeps bytes under their hash, below the prefix', async () => {
    await (await openArchive(LOCATION)).put(ID, BYTES);
    expect([...server.objects.keys()]).toEqual([KEY]);
    expect(server.objects.get(KEY)!.equals(BYTES)).toBe(true);
  });

  test('a refusal is one sentence', async () => {
    server.refuse(403);
    const archive = await openArchive(LOCATION);
    await expect(archive.get(ID)).rejects.toThrow(ArchiveError);
    await expect(archive.get(ID)).rejects.toThrow(/was refused \(403 .*\); check the credentials/);
  });

  test('a store without room is told apart', async () => {
    server.refuse(507);
    const archive = await openArchive(LOCATION);
    await expect(archive.put(ID, BYTES)).rejects.toThrow(ArchiveFullError);
    await expect(archive.put(ID, BYTES)).rejects.toThrow(
      /^disk full: the archive object s3:\/\/papers\/national\/.* cannot be written/,
    );
  });

  test('a server at fault is told apart from one that refuses', async () => {
    server.refuse(503);
    await expect((await openArchive(LOCATION)).get(ID)).rejects.toThrow(ArchiveUnreachableError);
  });

  test('a server that is away is told apart', async () => {
    await server.close();
    const archive = await openArchive(LOCATION);
    await expect(archive.put(ID, BYTES)).rejects.toThrow(ArchiveUnreachableError);
    await expect(archive.put(ID, BYTES)).rejects.toThrow(/cannot be reached \(.*ECONNREFUSED/);
  });

  test('a server that accepts and never answers is given up', async () => {
    const silent = createServer(() => {});
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    process.env.AWS_ENDPOINT_URL_S3 = `http://127.0.0.1:${(silent.address() as AddressInfo).port}`;
    try {
      await expect((await openArchive(LOCATION)).get(ID)).rejects.toThrow(ArchiveUnreachableError);
    } finally {
      silent.closeAllConnections();
      silent.close();
    }
  });

  test('other locations are refused', async () => {
    await expect(openArchive('ftp://example.org/x')).rejects.toThrow('give a folder or s3://bucket/prefix');
  });
});
