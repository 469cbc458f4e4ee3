import {
  DeleteObjectCommand,
  GetObjectCommand,
  PutObjectCommand,
  S3Client,
  type S3ServiceException,
} from '@aws-sdk/client-s3';
import { type Archive, ArchiveError, ArchiveFullError, ArchiveUnreachableError } from './archive.ts';
import { keyOf, keyOfName } from './keys.ts';
import { stateOf, verified } from './verified.ts';

/** Milliseconds until a server that does not answer counts as away: with one more try, within five seconds. */
const CONNECT_TIMEOUT = 2000;
const ATTEMPTS = 2;
/** Milliseconds for which a server may fall silent within an answer. */
const SILENCE = 4000;

/** How stores say that they are full: by the status of RFC 4918, 11.5, or by names of their own (MinIO, Ceph). */
const INSUFFICIENT_STORAGE = 507;
const FULL = /^(?:XMinioStorageFull|QuotaExceeded)$/;

/**
 * An archive in a bucket of an S3-compatible store; a write is seen whole or not at all, as S3 promises. Region,
 * credentials and endpoint come from the AWS SDK's own environment variables and files.
 *
 * @param location s3://bucket/prefix
 */
export function s3Archive(location: string): Archive {
  const { hostname: bucket, pathname } = new URL(location);
  const prefix = pathname.replace(/^\/|\/$/g, '');
  const client = createClient();
  const objectAt = (key: string) => ({ Bucket: bucket, Key: prefix ? `${prefix}/${key}` : key });
  const named = (key: string) => `the archive object s3://${bucket}/${objectAt(key).Key}`;

  async function send<T>(key: string, work: () => Promise<T>): Promise<T | null> {
    try {
      return await work();
    } catch (error) {
      if (isMissing(error)) return null;
      throw explained(named(key), error);
    }
  }
  const write = async (key: string, bytes: Uint8Array) => {
    const written = await send(key, () => client.send(new PutObjectCommand({ ...objectAt(key), Body: bytes })));
    if (!written) throw new ArchiveError(`the bucket ${bucket} does not exist; make it, or name another`);
  };
  const read = (key: string) =>
    send(key, async () => (await client.send(new GetObjectCommand(objectAt(key)))).Body!.transformToByteArray());
  const check: Archive['check'] = async (id) => stateOf(await read(keyOf(id)), id);
  return {
    check,
    async put(id, bytes) {
      const state = await check(id);
      if (state === 'whole') return 'there';
      await write(keyOf(id), bytes);
      return state === 'missing' ? 'added' : 'mended';
    },
    async get(id) {
      const bytes = await read(keyOf(id));
      return bytes && verified(bytes, id, named(keyOf(id)));
    },
    async remove(id) {
      await send(keyOf(id), () => client.send(new DeleteObjectCommand(objectAt(keyOf(id)))));
    },
    putNamed: (name, bytes) => write(keyOfName(name), bytes),
    getNamed: (name) => read(keyOfName(name)),
  };
}

/** Other stores than Amazon's seldom have a host name for each bucket. */
function createClient(): S3Client {
  const elsewhere = process.env.AWS_ENDPOINT_URL_S3 ?? process.env.AWS_ENDPOINT_URL;
  return new S3Client({
    maxAttempts: ATTEMPTS,
    forcePathStyle: elsewhere !== undefined,
    requestHandler: { connectionTimeout: CONNECT_TIMEOUT, socketTimeout: SILENCE },
  });
}

function isMissing(error: unknown): boolean {
  const { name, $metadata } = error as S3ServiceException;
  return $metadata?.httpStatusCode === 404 || name === 'NoSuchKey';
}

function explained(what: string, error: unknown): ArchiveError {
  const { $metadata, name, message, code } = error as S3ServiceException & NodeJS.ErrnoException;
  if ($metadata?.httpStatusCode === INSUFFICIENT_STORAGE || FULL.test(name)) return new ArchiveFullError(what);
  if ($metadata?.httpStatusCode !== undefined && $metadata.httpStatusCode < 500)
    return new ArchiveError(
      `${what} was refused (${$metadata.httpStatusCode} ${name}); check the credentials and their rights`,
    );
  if (name === 'CredentialsProviderError' || /region/i.test(message))
    return new ArchiveError(
      `${what} cannot be asked for: ${message}; set AWS_REGION, AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY`,
    );
  return new ArchiveUnreachableError(
    `${what} cannot be reached (${code ?? $metadata?.httpStatusCode ?? message.replace(/^AWS SDK error wrapper for /, '')}); check AWS_ENDPOINT_URL_S3 and the network`,
  );
}
