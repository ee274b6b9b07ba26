import { EventSender } from '@creator-connect/security/testing';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Publishes the sandbox's keys beside those of a sender of the test's own, which can say what the sandbox never would. */
export class KeyServer {
  readonly google = new EventSender();
  down = false;
  /** Further senders whose keys are published for now. */
  more: EventSender[] = [];
  /** Address of the sandbox's own set. */
  sandboxKeys: string | undefined;
  fetched = 0;
  private readonly server: Server = createServer((_request, response) => void this.answer(response));

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/keys`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async answer(response: ServerResponse): Promise<void> {
    this.fetched += 1;
    const sandbox = this.sandboxKeys
      ? ((await (await fetch(this.sandboxKeys)).json()) as { keys: unknown[] }).keys
      : [];
    response.writeHead(this.down ? 503 : 200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ keys: [...sandbox, this.google.jwk, ...this.more.map(({ jwk }) => jwk)] }));
  }
}
