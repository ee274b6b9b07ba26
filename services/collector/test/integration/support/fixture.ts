import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { TestService } from '@creator-connect/messaging/testing';
import { loadConfig } from '@creator-connect/observability';
import { call, consentAt, form, Sandbox } from '@creator-connect/platforms/testing';
import type { Identity } from '@creator-connect/security';
import { TestIdentities } from '@creator-connect/security/testing';
import { AppModule } from '../../../src/app.module';
import { collectorConfigSchema } from '../../../src/collector.config';
import { migrations } from '../../../src/migrations';

interface Lease {
  accessToken: string;
  expiresAt: null;
  grantVersion: number;
  platformAccountId: string;
  scopes: string[];
}

const scopes = 'user.info.basic,user.info.profile,user.info.stats,video.list';
const publicUrl = 'http://localhost:4400';
const redirectUri = `${publicUrl}/oauth/tiktok/callback`;

/** The collector with the sandbox as TikTok; oauth is played as far as it leases tokens. */
export class CollectorFixture {
  readonly sandbox = new Sandbox();
  readonly identities = new TestIdentities();
  /** By social account; without one oauth says that there is no authorization. */
  readonly leases = new Map<string, Lease>();
  service!: TestService;
  private oauth!: Server;

  static async start(): Promise<CollectorFixture> {
    const fixture = new CollectorFixture();
    await fixture.sandbox.start(publicUrl);
    const oauthUrl = await fixture.playOauth();
    fixture.service = await TestService.start({
      service: 'collector',
      migrations,
      module: (env) => AppModule.with(loadConfig(collectorConfigSchema, env)),
      env: {
        ...fixture.identities.env('collector'),
        OAUTH_URL: oauthUrl,
        TIKTOK_OPEN_API_URL: fixture.sandbox.at('/tiktok-open'),
      },
    });
    return fixture;
  }

  async stop(): Promise<void> {
    await this.service?.stop();
    await this.sandbox.stop();
    await new Promise((resolve) => this.oauth.close(resolve));
    this.identities.remove();
  }

  /** Everybody's way in, for the table of who may call what. */
  get door() {
    return { app: this.service.app, headers: (identity: Identity) => this.identities.headers(identity, 'collector') };
  }

  async call(identity: Identity, method: 'GET' | 'POST', url: string) {
    return this.service.call(method, url, await this.identities.headers(identity, 'collector'));
  }

  /** A consent at the pretended TikTok, and its token where oauth would lease it. */
  async authorize(socialAccountId: string, persona: string): Promise<void> {
    const query = new URLSearchParams({
      client_key: this.sandbox.tiktokKey,
      scope: scopes,
      response_type: 'code',
      redirect_uri: redirectUri,
      state: 'state',
    });
    const back = await consentAt(this.sandbox.site('tiktok', `/v2/auth/authorize/?${query}`), { persona });
    const exchange = form([
      ['client_key', this.sandbox.tiktokKey],
      ['client_secret', this.sandbox.tiktokSecret],
      ['grant_type', 'authorization_code'],
      ['redirect_uri', redirectUri],
      ['code', new URL(back).searchParams.get('code') ?? ''],
    ]);
    const { body } = await call(this.sandbox.at('/tiktok-open/v2/oauth/token/'), exchange);
    const answer = body as { access_token: string; open_id: string };
    this.leases.set(socialAccountId, {
      accessToken: answer.access_token,
      expiresAt: null,
      grantVersion: 1,
      platformAccountId: answer.open_id,
      scopes: scopes.split(','),
    });
  }

  private async playOauth(): Promise<string> {
    this.oauth = createServer((incoming, response) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('end', () => {
        const { socialAccountId } = JSON.parse(Buffer.concat(chunks).toString()) as { socialAccountId: string };
        const lease = this.leases.get(socialAccountId);
        const none = { status: 404, code: 'oauth.no_authorization', title: 'x', nextStep: 'x' };
        response.writeHead(lease ? 200 : 404, { 'content-type': 'application/json' });
        response.end(JSON.stringify(lease ?? none));
      });
    });
    await new Promise<void>((resolve) => this.oauth.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.oauth.address() as AddressInfo).port}`;
  }
}
