import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { json } from 'node:stream/consumers';
import type { AddressInfo } from 'node:net';
import { AccountAdded, newId } from '@creator-connect/contracts';
import { TestService } from '@creator-connect/messaging/testing';
import { loadConfig } from '@creator-connect/observability';
import { agencyConsentAt, type AgencyConsent, Sandbox } from '@creator-connect/platforms/testing';
import type { Identity } from '@creator-connect/security';
import { proven, TestIdentities, type TestOrganisation } from '@creator-connect/security/testing';
import { AppModule } from '../../../src/app.module';
import { migrations } from '../../../src/migrations';
import { ttcmConfigSchema } from '../../../src/ttcm.config';

export interface KnownAccount {
  id: string;
  organisationId: string;
  influencerId: string;
  platform: 'tiktok' | 'instagram';
  handle: string;
  /** Default: yes. */
  handleTold?: boolean;
  marketplace: 'TTCM' | 'INVITED' | 'NON_TTCM' | null;
}

/** The ttcm service with the sandbox as marketplace; accounts and collector are played as far as they answer questions. */
export class TtcmFixture {
  readonly sandbox = new Sandbox();
  readonly identities = new TestIdentities();
  readonly accounts = new Map<string, KnownAccount>();
  readonly facts = new Map<string, object>();
  /** Influencer id to organisation. */
  readonly influencers = new Map<string, string>();
  service!: TestService;
  private peers!: Server;

  static async start(settings: Record<string, string> = {}): Promise<TtcmFixture> {
    const fixture = new TtcmFixture();
    await fixture.sandbox.start(publicUrl);
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
        PUBLIC_URL: publicUrl,
        MARKETPLACE_KEY_FILE: fixture.identities.secrets.marketplaceKeyFile,
        TTCM_PORTAL_URL: fixture.sandbox.site('tiktok'),
        TTCM_APP_ID: fixture.sandbox.ttcmAppId,
        TTCM_APP_SECRET: fixture.sandbox.ttcmAppSecret,
        TTCM_POLL_SECONDS: '1',
        ...settings,
      },
    });
    return fixture;
  }

  /**
   * A sandbox in which nothing has happened yet. What is left open by earlier tests is asked about every second, which is more
   * than the marketplace allows an app; its limits have tests of their own.
   */
  async freshSandbox(): Promise<void> {
    await this.sandbox.reset();
    const many = 1_000_000;
    await this.sandbox.settings({ ttcm: { requestsPerSecond: many, requestsPerMinute: many, requestsPerDay: many } });
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

  async call(identity: Identity, method: 'GET' | 'POST' | 'DELETE', url: string, body?: object) {
    return this.service.call(method, url, await this.identities.headers(identity, 'ttcm'), body);
  }

  /** Accounts tells of an account that nobody authenticated. */
  added(account: KnownAccount, marketplace: 'TTCM' | 'NON_TTCM'): Promise<string> {
    const { organisationId, influencerId, id: accountId, handle: platformAccountId } = account;
    return this.service.publish(AccountAdded, {
      organisationId,
      influencerId,
      accountId,
      platform: 'tiktok',
      platformAccountId,
      authState: 'NON_AUTH',
      marketplace,
      addedAt: new Date().toISOString(),
    });
  }

  /** An owner goes to TikTok's page and allows it; answers where the browser ends up. */
  async connect(org: TestOrganisation, consent?: AgencyConsent): Promise<string> {
    const attempt = await this.begin(org);
    return this.comeBack(org.owner, attempt.cookie, await agencyConsentAt(attempt.redirectTo, consent));
  }

  async begin(org: TestOrganisation): Promise<{ redirectTo: string; cookie: string }> {
    const { body, headers } = await this.call(proven(org.owner), 'POST', '/v1/ttcm-connection/attempts');
    const cookie = String(headers['set-cookie']).split(';')[0]!;
    return { redirectTo: String(body['redirectTo']), cookie };
  }

  /** The browser follows TikTok's redirect. */
  async comeBack(identity: Identity, cookie: string, address: string): Promise<string> {
    const { pathname, search } = new URL(address);
    const headers = { ...(await this.identities.headers(identity, 'ttcm')), cookie };
    const answer = await this.service.call('GET', pathname + search, headers);
    return String(answer.headers['location']);
  }

  /** How often the marketplace was asked to do something, since the beginning. */
  async calls(operation: string): Promise<number> {
    return (await this.sandbox.calls(operation)).length;
  }

  private async playPeers(): Promise<string> {
    this.peers = createServer((request, response) => {
      const url = new URL(request.url ?? '', 'http://peers');
      if (request.method === 'POST') return void this.answerPost(request, response, url.pathname);
      const [, , , id = '', facts] = url.pathname.split('/');
      const account = this.accounts.get(id);
      const mine = account?.organisationId === url.searchParams.get('organisationId');
      const own = mine ? { handleTold: true, ...account } : undefined;
      const body = facts ? this.facts.get(id) : own;
      const missing = { status: 404, code: 'accounts.not_found', title: 'x', nextStep: 'x' };
      response.writeHead(body ? 200 : 404, { 'content-type': 'application/json' });
      response.end(JSON.stringify(body ?? missing));
    });
    await new Promise<void>((resolve) => this.peers.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.peers.address() as AddressInfo).port}`;
  }

  /** Who is in the roster, and the account of somebody who joined. */
  private async answerPost(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
    const body = (await json(request)) as Record<string, unknown>;
    const answer = path.endsWith('/names') ? this.names(body) : this.addAccount(body);
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
  }

  private names({ organisationId, influencerIds }: Record<string, unknown>) {
    const own = (influencerIds as string[]).filter((id) => this.influencers.get(id) === organisationId);
    return { influencers: own.map((id) => ({ id, name: 'Kim' })), accounts: [] };
  }

  private addAccount(joined: Record<string, unknown>): { socialAccountId: string } {
    const { organisationId, influencerId, handle } = joined as Record<string, string>;
    const found = [...this.accounts.values()].find((one) => one.influencerId === influencerId && one.handle === handle);
    const id = found?.id ?? newId();
    const account = { id, organisationId: organisationId!, influencerId: influencerId!, handle: handle! };
    this.accounts.set(id, { ...account, platform: 'tiktok', marketplace: 'TTCM' });
    return { socialAccountId: id };
  }
}

const publicUrl = 'http://localhost:4400';
