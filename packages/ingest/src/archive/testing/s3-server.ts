import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server that keeps objects in memory and speaks as much of S3 as an archive needs: path-style, one part. */
export interface S3Server {
  readonly url: string;
  readonly objects: Map<string, Buffer>;
  /** Answers this status to every request from now on. */
  refuse(status: number): void;
  close(): Promise<void>;
}

export async function startS3Server(): Promise<S3Server> {
  const objects = new Map<string, Buffer>();
  let refusal: number | null = null;
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const key = new URL(request.url!, 'http://s3').pathname;
    const object = objects.get(key);
    if (refusal !== null) response.writeHead(refusal).end();
    else if (request.method === 'PUT') {
      objects.set(key, unchunked(Buffer.concat(chunks), request.headers['content-encoding'] ?? ''));
      response.writeHead(200, { etag: '"x"' }).end();
    } else if (request.method === 'DELETE') {
      objects.delete(key);
      response.writeHead(204).end();
    } else if (!object) response.writeHead(404).end();
    else response.writeHead(200, { 'content-length': object.length }).end(request.method === 'HEAD' ? '' : object);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    objects,
    refuse: (status) => {
      refusal = status;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Bodies may come in chunks, each behind its length in hex, with checksums after the last. */
function unchunked(body: Buffer, encoding: string): Buffer {
  if (!encoding.includes('aws-chunked')) return body;
  const parts: Buffer[] = [];
  for (let at = 0; ; ) {
    const end = body.indexOf('\r\n', at);
    const length = Number.parseInt(body.toString('latin1', at, end), 16);
    if (!length) return Buffer.concat(parts);
    parts.push(body.subarray(end + 2, end + 2 + length));
    at = end + 2 + length + 2;
  }
}
