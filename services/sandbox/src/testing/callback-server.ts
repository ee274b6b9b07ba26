import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { until } from './until';

export interface ReceivedCallback {
  path: string;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

/** The app's side of callbacks: keeps what came in, answers what the test wants. */
export class CallbackServer {
  readonly received: ReceivedCallback[] = [];
  answer: { status: number; body: string } = { status: 200, body: '' };
  /** Name of a field of the query that is answered with its value. */
  echo: string | undefined;
  private server: Server | undefined;

  async start(): Promise<string> {
    this.server = createServer((request, response) => {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        this.received.push({
          path: request.url ?? '',
          headers: request.headers,
          body: Buffer.concat(parts).toString(),
        });
        const query = new URL(request.url ?? '', 'http://app.example').searchParams;
        const echoed = this.echo === undefined ? null : query.get(this.echo);
        response.writeHead(this.answer.status).end(echoed ?? this.answer.body);
      });
    });
    await new Promise<void>((resolve) => this.server?.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async next(count = 1): Promise<ReceivedCallback[]> {
    await until(() => this.received.length >= count);
    return this.received;
  }

  async stop(): Promise<void> {
    this.server?.closeAllConnections();
    await new Promise((resolve) => this.server?.close(resolve));
  }
}
