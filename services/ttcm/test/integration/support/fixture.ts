import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { TestService } from '@creator-connect/messaging/testing';
import { loadConfig } from '@creator-connect/observability';
import { Sandbox } from '@creator-connect/platforms/testing';
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
  readonly sandbox = new Sandbox();
  readonly identities = new TestIdentities();
  readonly accounts = new Map<string, KnownAccount>();
  readonly facts = new Map<string, object>();
  service!: TestService;
  private peers!: Server;

  static async start(): Promise<TtcmFixture> {
    const fixture = new TtcmFixture();
    await fixture.sandbox.start('http://localhost:4400');
    const peersUrl = await fixture.playPeers();
    fixture.service = await TestService.start({
      service: 'ttcm',
      migrations,
      module: (env) => AppModule.with(loadConfig(ttcmConfigSchema, env)),
      env: {
        ...fixture.identities.env('ttcm'),
        ACCOUNTS_URL: peersUrl,
        COLLECTOR_URL: peersUrl,
        TTCM_API_URL: fixture.sandbox.at('/tiktok-business/open_api'),
        TTCM_ACCESS_TOKEN: fixture.sandbox.ttcmToken,
        TTCM_ACCOUNT_ID: fixture.sandbox.ttcmAccount,
        TTCM_POLL_SECONDS: '1',
      },
    });
    return fixture;
  }

  async stop(): Promise<void> {
    await this.service?.stop();
    await this.sandbox.stop();
    await new Promise((resolve) => this.peers.close(resolve));
    this.identities.remove();
  }

  /** Everybody's way in, for the table of who may call what. */
  get door() {
    return { app: this.service.app, headers: (identity: Identity) => this.identities.headers(identity, 'ttcm') };
  }

  async call(identity: Identity, method: 'GET' | 'POST', url: string, body?: object) {
    return this.service.call(method, url, await this.identities.headers(identity, 'ttcm'), body);
  }

  /** How often the marketplace was asked to do something, since the beginning. */
  async calls(operation: string): Promise<number> {
    return (await this.sandbox.calls(operation)).length;
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
