import { fork, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { loadConfig } from '@creator-connect/observability';
import { TestService } from '@creator-connect/messaging/testing';
import type { Identity } from '@creator-connect/security';
import { TestIdentities } from '@creator-connect/security/testing';
import { AppModule } from '../../../src/app.module';
import { migrations } from '../../../src/migrations';
import { ttcmConfigSchema } from '../../../src/ttcm.config';

export interface KnownAccount {
  id: string;
  organisationId: string;
  influencerId: string;
  platform: 'tiktok' | 'instagram';
  handle: string;
  marketplace: 'TTCM' | 'INVITED' | 'NON_TTCM' | null;
}

/** The ttcm service with the sandbox as marketplace; accounts and collector are played as far as they answer questions. */
export class TtcmFixture {
  readonly identities = new TestIdentities();
  readonly accounts = new Map<string, KnownAccount>();
  readonly facts = new Map<string, object>();
  service!: TestService;
  private readonly keys = { token: randomBytes(16).toString('hex'), account: '7001' };
  private sandbox!: ChildProcess;
  private sandboxPort = 0;
  private peers!: Server;

  static async start(): Promise<TtcmFixture> {
    const fixture = new TtcmFixture();
    await fixture.startSandbox();
    const peersUrl = await fixture.playPeers();
    fixture.service = await TestService.start({
      service: 'ttcm',
      migrations,
      module: (env) => AppModule.with(loadConfig(ttcmConfigSchema, env)),
      env: {
        ...fixture.identities.env('ttcm'),
        ACCOUNTS_URL: peersUrl,
        COLLECTOR_URL: peersUrl,
        TTCM_API_URL: `http://127.0.0.1:${fixture.sandboxPort}/tiktok-business/open_api`,
        TTCM_ACCESS_TOKEN: fixture.keys.token,
        TTCM_ACCOUNT_ID: fixture.keys.account,
        TTCM_POLL_SECONDS: '1',
      },
    });
    return fixture;
  }

  async stop(): Promise<void> {
    await this.service?.stop();
    const ended = new Promise((resolve) => this.sandbox.once('exit', resolve));
    this.sandbox.disconnect();
    await ended;
    await new Promise((resolve) => this.peers.close(resolve));
    this.identities.remove();
  }

  async call(identity: Identity, method: 'GET' | 'POST', url: string, body?: object) {
    return this.service.call(method, url, await this.identities.headers(identity, 'ttcm'), body);
  }

  async control(path: string, body?: object): Promise<unknown> {
    const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(`http://127.0.0.1:${this.sandboxPort}/control/${path}`, { ...init, headers });
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
    return response.json();
  }

  /** How often the marketplace was asked to do something, since the beginning. */
  async calls(operation: string): Promise<number> {
    const answer = (await this.control(`calls?since=0&operation=${operation}`)) as { calls: unknown[] };
    return answer.calls.length;
  }

  private async startSandbox(): Promise<void> {
    const secret = () => randomBytes(16).toString('hex');
    const env = {
      PATH: process.env['PATH'],
      PORT: '0',
      CONNECT_SUPERVISED: '1',
      SANDBOX_META_APP_ID: '1',
      SANDBOX_META_APP_SECRET: secret(),
      SANDBOX_TIKTOK_CLIENT_KEY: 'key',
      SANDBOX_TIKTOK_CLIENT_SECRET: secret(),
      SANDBOX_TTCM_APP_ID: '1',
      SANDBOX_TTCM_APP_SECRET: secret(),
      SANDBOX_TTCM_ACCESS_TOKEN: this.keys.token,
      SANDBOX_TTCM_ACCOUNT_ID: this.keys.account,
      SANDBOX_REDIRECT_URIS: 'http://localhost:4400/oauth/tiktok/callback',
    };
    const main = join(__dirname, '../../../../sandbox/dist/main.js');
    this.sandbox = fork(main, { env, stdio: ['ignore', 'ignore', 'inherit', 'ipc'], execArgv: [] });
    this.sandboxPort = await new Promise<number>((resolve, reject) => {
      this.sandbox.once('message', (message) => resolve((message as { port: number }).port));
      this.sandbox.once('exit', () => reject(new Error('the sandbox did not start; is it built?')));
    });
  }

  private async playPeers(): Promise<string> {
    this.peers = createServer((request, response) => {
      const url = new URL(request.url ?? '', 'http://peers');
      const [, , , id = '', facts] = url.pathname.split('/');
      const account = this.accounts.get(id);
      const own = account?.organisationId === url.searchParams.get('organisationId') ? account : undefined;
      const body = facts ? this.facts.get(id) : own;
      const missing = { status: 404, code: 'accounts.not_found', title: 'x', nextStep: 'x' };
      response.writeHead(body ? 200 : 404, { 'content-type': 'application/json' });
      response.end(JSON.stringify(body ?? missing));
    });
    await new Promise<void>((resolve) => this.peers.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.peers.address() as AddressInfo).port}`;
  }
}

/** Repeats until it holds; a condition is waited for, never a time. */
export async function until(holds: () => Promise<boolean> | boolean, what: string, withinMs = 20_000): Promise<void> {
  const deadline = Date.now() + withinMs;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error(`not within ${withinMs} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
