import { createServer, type IncomingHttpHeaders, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a site was asked. */
export interface Asked {
  readonly path: string;
  readonly at: number;
  readonly headers: IncomingHttpHeaders;
}

/** A web site of a test's own. */
export interface LocalSite {
  readonly url: string;
  readonly asked: Asked[];
  /** Answers by path with its query; what is missing is answered by 404. Texts are answered as they are. */
  readonly routes: Record<string, RequestListener | string>;
  close(): void;
}

export async function startLocalSite(): Promise<LocalSite> {
  const asked: Asked[] = [];
  const routes: Record<string, RequestListener | string> = {};
  const server = createServer((request, response) => {
    asked.push({ path: request.url!, at: performance.now(), headers: request.headers });
    const route = routes[request.url!];
    if (typeof route === 'function') route(request, response);
    else if (route === undefined) response.writeHead(404).end();
    else response.end(route);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    routes,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
