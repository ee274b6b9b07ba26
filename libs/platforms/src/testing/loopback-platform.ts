import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface CapturedCall {
  readonly method: string;
  readonly url: string;
  readonly path: string;
  readonly query: Record<string, string>;
  readonly headers: Record<string, string | string[] | undefined>;
  readonly body: string;
}

export type Reply =
  | {
      readonly status?: number;
      readonly headers?: Record<string, string>;
      readonly json?: unknown;
      readonly text?: string;
    }
  | ((request: IncomingMessage, response: ServerResponse, call: CapturedCall) => void);

/** A platform's socket on loopback: answers what the test scripted, in order, and keeps what was sent. */
export class LoopbackPlatform {
  readonly calls: CapturedCall[] = [];
  private readonly script: Reply[] = [];
  private readonly server = createServer((request, response) => void this.serve(request, response));

  static async start(): Promise<LoopbackPlatform> {
    const platform = new LoopbackPlatform();
    await new Promise<void>((resolve) => platform.server.listen(0, '127.0.0.1', resolve));
    // A failed test that never stops it must not keep the runner alive.
    platform.server.unref();
    return platform;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Queues answers; a plain object is sent as JSON with status 200. */
  answers(...replies: Reply[]): this {
    this.script.push(...replies);
    return this;
  }

  reset(): void {
    this.calls.length = 0;
    this.script.length = 0;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const url = new URL(request.url ?? '/', this.url);
    const call: CapturedCall = {
      method: request.method ?? '',
      url: request.url ?? '',
      path: url.pathname,
      query: Object.fromEntries(url.searchParams),
      headers: request.headers,
      body: Buffer.concat(chunks).toString('utf8'),
    };
    this.calls.push(call);
    const reply = this.script.shift() ?? { status: 599, json: { unscripted: true } };
    if (typeof reply === 'function') return reply(request, response, call);
    response.writeHead(reply.status ?? 200, { 'content-type': 'application/json', ...reply.headers });
    response.end(reply.text ?? JSON.stringify(reply.json ?? {}));
  }
}

/** A token nobody has seen before; never one that looks real. */
export function freshToken(label: string): string {
  return `${label}-${randomBytes(24).toString('base64url')}`;
}

export async function all<T>(source: AsyncIterable<T>): Promise<T[]> {
  const items: T[] = [];
  for await (const item of source) items.push(item);
  return items;
}
