import { newId } from '@creator-connect/contracts';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

interface Reservation {
  socialAccountId: string;
  influencerId: string;
  platformAccountId: string;
}

/** Plays the two questions that oauth asks of accounts. */
export class AccountsStub {
  readonly checks: Record<string, unknown>[] = [];
  readonly reservations: Record<string, unknown>[] = [];
  /** Accounts by the platform's id, as accounts would know them. */
  readonly known = new Map<string, Reservation>();
  /** Answer of the check; set by a test that needs another one. */
  expectation: Record<string, unknown> = {};
  down = false;
  private server: Server | undefined;

  async start(): Promise<string> {
    this.server = createServer((request, response) => void this.answer(request, response));
    await new Promise<void>((resolve) => this.server!.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.server?.closeAllConnections();
    await new Promise((resolve) => this.server?.close(resolve));
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    if (this.down || !request.headers['x-connect-identity']) return this.send(response, this.down ? 503 : 401, {});
    const body = JSON.parse(Buffer.concat(chunks).toString('utf8')) as Record<string, string>;
    if (request.url === '/internal/connect-checks') return this.send(response, 200, this.check(body));
    if (request.url === '/internal/account-reservations') return this.send(response, 200, this.reserve(body));
    this.send(response, 404, {});
  }

  private check(question: Record<string, string>): Record<string, unknown> {
    this.checks.push(question);
    const { socialAccountId } = question;
    const account = [...this.known.values()].find((one) => one.socialAccountId === socialAccountId);
    const expectedPlatformAccountId = account?.platformAccountId ?? null;
    return { expectedPlatformAccountId, expectedHandle: null, needsProof: !account, ...this.expectation };
  }

  private reserve(body: Record<string, string>): Record<string, unknown> {
    this.reservations.push(body);
    const platformAccountId = body['platformAccountId']!;
    const key = `${body['organisationId']}:${platformAccountId}`;
    const found = this.known.get(key);
    if (found) return { socialAccountId: found.socialAccountId, first: false };
    const account = { socialAccountId: newId(), influencerId: body['influencerId']!, platformAccountId };
    this.known.set(key, account);
    return { socialAccountId: account.socialAccountId, first: true };
  }

  private send(response: ServerResponse, status: number, body: unknown): void {
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(body));
  }
}
