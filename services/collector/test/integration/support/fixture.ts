import { fork, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { createServer, request, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { loadConfig } from '@creator-connect/observability';
import { TestService } from '@creator-connect/messaging/testing';
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
const redirectUri = 'http://localhost:4400/oauth/tiktok/callback';

/** The collector with the sandbox as TikTok; oauth is played as far as it leases tokens. */
export class CollectorFixture {
  readonly identities = new TestIdentities();
  /** By social account; without one oauth says that there is no authorization. */
  readonly leases = new Map<string, Lease>();
  service!: TestService;
  private readonly secret = randomBytes(16).toString('hex');
  private sandbox!: ChildProcess;
  private sandboxPort = 0;
  private oauth!: Server;

  static async start(): Promise<CollectorFixture> {
    const fixture = new CollectorFixture();
    await fixture.startSandbox();
    const oauthUrl = await fixture.playOauth();
    fixture.service = await TestService.start({
      service: 'collector',
      migrations,
      module: (env) => AppModule.with(loadConfig(collectorConfigSchema, env)),
      env: {
        ...fixture.identities.env('collector'),
        OAUTH_URL: oauthUrl,
        TIKTOK_OPEN_API_URL: `http://127.0.0.1:${fixture.sandboxPort}/tiktok-open`,
      },
    });
    return fixture;
  }

  async stop(): Promise<void> {
    await this.service?.stop();
    const ended = new Promise((resolve) => this.sandbox.once('exit', resolve));
    this.sandbox.disconnect();
    await ended;
    await new Promise((resolve) => this.oauth.close(resolve));
    this.identities.remove();
  }

  async call(identity: Identity, method: 'GET' | 'POST', url: string) {
    return this.service.call(method, url, await this.identities.headers(identity, 'collector'));
  }

  async control(path: string, body: object): Promise<void> {
    const headers = { 'content-type': 'application/json' };
    const init = { method: 'POST', headers, body: JSON.stringify(body) };
    const response = await fetch(`http://127.0.0.1:${this.sandboxPort}/control/${path}`, init);
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
  }

  /** A consent at the pretended TikTok, and its token where oauth would lease it. */
  async authorize(socialAccountId: string, persona: string): Promise<void> {
    const query = new URLSearchParams({
      client_key: 'key',
      scope: scopes,
      response_type: 'code',
      redirect_uri: redirectUri,
      state: 'state',
    });
    const dialog = `/v2/auth/authorize/?${query}`;
    const login = await this.page('/login', [
      ['persona', persona],
      ['next', dialog],
    ]);
    const cookie = (login['set-cookie'] ?? []).map((line) => line.split(';')[0]).join('; ');
    const ticked = scopes.split(',').map((scope): [string, string] => ['scope', scope]);
    const back = await this.page(dialog, [...ticked, ['decision', 'authorize']], cookie);
    const code = new URL(back.location ?? '').searchParams.get('code') ?? '';
    const response = await fetch(`http://127.0.0.1:${this.sandboxPort}/tiktok-open/v2/oauth/token/`, {
      method: 'POST',
      body: new URLSearchParams({
        client_key: 'key',
        client_secret: this.secret,
        grant_type: 'authorization_code',
        redirect_uri: redirectUri,
        code,
      }),
    });
    const answer = (await response.json()) as { access_token: string; open_id: string };
    this.leases.set(socialAccountId, {
      accessToken: answer.access_token,
      expiresAt: null,
      grantVersion: 1,
      platformAccountId: answer.open_id,
      scopes: scopes.split(','),
    });
  }

  /** A form of a page on tiktok.localhost, a name that Node does not resolve. */
  private page(path: string, fields: [string, string][], cookie = ''): Promise<IncomingHttpHeaders> {
    const host = `tiktok.localhost:${this.sandboxPort}`;
    const headers = {
      host,
      origin: `http://${host}`,
      'content-type': 'application/x-www-form-urlencoded',
      ...(cookie ? { cookie } : {}),
    };
    return new Promise((resolve, reject) => {
      const options = { host: '127.0.0.1', port: this.sandboxPort, method: 'POST', path, headers };
      const outgoing = request(options, (incoming) => {
        incoming.resume();
        incoming.on('end', () => resolve(incoming.headers));
      });
      outgoing.on('error', reject);
      outgoing.end(new URLSearchParams(fields).toString());
    });
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
      SANDBOX_TIKTOK_CLIENT_SECRET: this.secret,
      SANDBOX_TTCM_APP_ID: '1',
      SANDBOX_TTCM_APP_SECRET: secret(),
      SANDBOX_TTCM_ACCESS_TOKEN: secret(),
      SANDBOX_TTCM_ACCOUNT_ID: '1',
      SANDBOX_REDIRECT_URIS: redirectUri,
    };
    const main = join(__dirname, '../../../../sandbox/dist/main.js');
    this.sandbox = fork(main, { env, stdio: ['ignore', 'ignore', 'inherit', 'ipc'], execArgv: [] });
    this.sandboxPort = await new Promise<number>((resolve, reject) => {
      this.sandbox.once('message', (message) => resolve((message as { port: number }).port));
      this.sandbox.once('exit', () => reject(new Error('the sandbox did not start; is it built?')));
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

/** Repeats until it holds; a condition is waited for, never a time. */
export async function until(holds: () => Promise<boolean> | boolean, what: string, withinMs = 20_000): Promise<void> {
  const deadline = Date.now() + withinMs;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error(`not within ${withinMs} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
