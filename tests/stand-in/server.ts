import { createServer, type Server } from 'node:https';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { generate } from 'selfsigned';

export interface Answer {
  status?: number;
  headers?: Record<string, string>;
  body: string | Uint8Array | ((response: ServerResponse) => void);
}
/** `body` is what the browser sent with the request; empty for a GET. */
type Route = (address: URL, body: Uint8Array) => Answer | null | Promise<Answer | null>;

/** HTTPS server that plays every host of the internet: the browser's resolver sends all names here. */
export class StandIn {
  /** Every request that arrived, in order, as `https://host/path?query`. */
  readonly requests: { address: string; method: string; origin: string | null }[] = [];
  private readonly routes: Route[] = [];
  private server: Server | null = null;
  port = 0;

  /** Later routes are asked first, so that a test can override one picture. */
  route(route: Route): () => void {
    this.routes.unshift(route);
    return () => void this.routes.splice(this.routes.indexOf(route), 1);
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const address = new URL(request.url ?? '/', `https://${request.headers.host}`);
    this.requests.push({ address: address.href, method: request.method ?? 'GET', origin: request.headers.origin ?? null });
    const sent: Uint8Array[] = [];
    for await (const piece of request) sent.push(piece as Uint8Array);
    for (const route of this.routes) {
      const answer = await route(address, new Uint8Array(Buffer.concat(sent)));
      if (!answer) continue;
      response.writeHead(answer.status ?? 200, { 'cache-control': 'no-store', ...answer.headers });
      if (typeof answer.body === 'function') answer.body(response);
      else response.end(answer.body);
      return;
    }
    response.writeHead(404).end('not found');
  }

  async start(): Promise<void> {
    const { private: key, cert } = await generate([{ name: 'commonName', value: 'stand-in.invalid' }], { keySize: 2048 });
    this.server = createServer({ key, cert }, (request, response) => void this.serve(request, response).catch((error: unknown) => response.writeHead(500).end(String(error))));
    await new Promise<void>((resolve) => this.server!.listen(0, '127.0.0.1', resolve));
    this.port = (this.server.address() as AddressInfo).port;
  }

  async stop(): Promise<void> {
    this.server?.closeAllConnections();
    await new Promise((resolve) => this.server?.close(resolve));
  }
}
