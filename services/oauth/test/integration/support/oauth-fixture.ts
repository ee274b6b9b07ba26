import { spawn, type ChildProcess } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import type { INestApplication } from '@nestjs/common';
import { newId } from '@creator-connect/contracts';
import { createTestDatabase, type TestDatabase } from '@creator-connect/persistence/testing';
import type { Identity } from '@creator-connect/security';
import type { InstallationSecrets } from '@creator-connect/security/setup';
import { TestIdentities } from '@creator-connect/security/testing';
import { testPrefix, until } from '@creator-connect/messaging/testing';
import { type Answer, call, type Consent, consentAt, json, Sandbox } from '@creator-connect/platforms/testing';
import { Clock } from '../../../src/clock';
import { migrations } from '../../../src/migrations';
import { oauthConfig } from '../../../src/oauth.config';
import { startOauth } from '../../../src/start-oauth';
import { AccountsStub } from './accounts-stub';
import { TestTopics } from './test-topics';

/** Compiled, as everywhere but in tests. */
const entry = resolve(__dirname, '../../../dist/main.js');

export interface SeenEvent {
  type: string;
  payload: Record<string, unknown>;
}

/** One creator of one organisation, with a browser at our door. */
export class Creator {
  readonly organisationId: string;
  readonly influencerId: string;
  readonly identity: Identity;
  readonly cookies = new Map<string, string>();

  constructor(
    readonly oauth: OauthFixture,
    identity: Partial<Identity> = {},
  ) {
    this.organisationId = identity.org ?? newId();
    this.influencerId = identity.influencer ?? newId();
    const own = { org: this.organisationId, influencer: this.influencerId };
    this.identity = { kind: 'influencer', sub: newId(), ...identity, ...own };
  }

  async get(path: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.keep(await call(this.oauth.address(path), { headers: { ...(await this.own()), ...headers } }));
  }

  async post(path: string, body: unknown = {}): Promise<Answer> {
    const init = json(body);
    const headers = { ...init.headers, ...(await this.own()) };
    return this.keep(await call(this.oauth.address(path), { ...init, headers }));
  }

  async start(
    platform: 'instagram' | 'tiktok' | 'youtube',
    socialAccountId?: string,
  ): Promise<{ id: string; redirectTo: string }> {
    const answer = await this.post('/v1/connect-transactions', {
      platform,
      ...(socialAccountId && { socialAccountId }),
    });
    if (answer.status !== 201) throw new Error(`start answered ${answer.status}: ${answer.text}`);
    return answer.body as { id: string; redirectTo: string };
  }

  /** From the button to the return from the platform. */
  async consent(platform: 'instagram' | 'tiktok' | 'youtube', consent: Consent, socialAccountId?: string) {
    const { id, redirectTo } = await this.start(platform, socialAccountId);
    const callback = await consentAt(redirectTo, consent);
    const returned = await this.get(callback);
    return { id, callback, returned, transaction: (await this.get(`/v1/connect-transactions/${id}`)).body };
  }

  /** All the way; the id of the connected social account. */
  async connect(
    platform: 'instagram' | 'tiktok' | 'youtube',
    persona: string,
    socialAccountId?: string,
  ): Promise<string> {
    const { id, transaction } = await this.consent(platform, { persona }, socialAccountId);
    let done = transaction;
    if (transaction['status'] === 'SETUP_UNFINISHED') {
      const candidates = transaction['candidates'] as { id: string; eligible: boolean }[];
      const chosen = candidates.filter((one) => one.eligible).map((one) => one.id)[0];
      done = (await this.post(`/v1/connect-transactions/${id}/confirm`, { candidateIds: [chosen] })).body;
    }
    if (done['status'] !== 'DONE') throw new Error(`not connected: ${JSON.stringify(done)}`);
    return (done['socialAccountIds'] as string[])[0]!;
  }

  authorization(socialAccountId: string): Promise<Answer> {
    return this.get(`/v1/social-accounts/${socialAccountId}/authorization`);
  }

  private async own(): Promise<Record<string, string>> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    return { ...(await this.oauth.signed(this.identity)), ...(cookie && { cookie }) };
  }

  private keep(answer: Answer): Answer {
    for (const line of answer.setCookies) {
      const [pair = '', ...flags] = line.split(';');
      const [name = '', value = ''] = pair.split('=');
      if (value === '' || flags.some((flag) => /1970/.test(flag))) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return answer;
  }
}

/** The service's own clock, ahead of the real one. */
export class MovableClock extends Clock {
  ahead = 0;

  move(seconds: number): void {
    this.ahead += seconds;
  }

  now(): Date {
    return new Date(Date.now() + this.ahead * 1000);
  }
}

/** A service that the test has started as well, and that this one is to meet. */
interface Neighbour {
  identities: TestIdentities;
  topicPrefix: string;
}

/** The oauth service on real PostgreSQL and Kafka, with the sandbox as platforms and accounts played. */
export class OauthFixture {
  readonly sandbox = new Sandbox();
  readonly accounts = new AccountsStub();
  readonly clock = new MovableClock();
  readonly topics: TestTopics;
  database!: TestDatabase;
  publicUrl!: string;
  private readonly identities: TestIdentities;
  private apps: INestApplication[] = [];
  private env: NodeJS.ProcessEnv = {};

  private constructor({ identities, topicPrefix }: Neighbour) {
    this.identities = identities;
    this.topics = new TestTopics(topicPrefix);
  }

  static async start(more: NodeJS.ProcessEnv = {}, neighbour: Partial<Neighbour> = {}): Promise<OauthFixture> {
    const { identities = new TestIdentities(), topicPrefix = testPrefix() } = neighbour;
    const fixture = new OauthFixture({ identities, topicPrefix });
    const port = await freePort();
    fixture.publicUrl = `http://localhost:${port}`;
    const [database, accountsUrl] = await Promise.all([
      createTestDatabase({ service: 'oauth', migrations }),
      fixture.accounts.start(),
      fixture.sandbox.start(fixture.publicUrl),
      fixture.topics.start(),
    ]);
    fixture.database = database;
    fixture.configure(port, accountsUrl);
    Object.assign(fixture.env, more);
    await fixture.startAnother(port);
    return fixture;
  }

  /** Moves time forward everywhere: for the database, the service and the platforms. */
  async advance(seconds: number): Promise<void> {
    this.clock.move(seconds);
    await this.sandbox.advance(seconds);
    await this.database.moveClock(this.clock.ahead);
  }

  /** A further replica of the service, on a port of its own. */
  async startAnother(port = 0): Promise<INestApplication> {
    const app = await startOauth(oauthConfig({ ...this.env, PORT: String(port) }), this.clock);
    this.apps.push(app);
    return app;
  }

  /** For processes of the service that a test starts itself. */
  get environment(): NodeJS.ProcessEnv {
    return { ...this.env };
  }

  /** The real process, as it is deployed, with some of its settings changed. Ends by itself or by `SIGTERM`. */
  process(change: NodeJS.ProcessEnv): ChildProcess {
    const env = { PATH: process.env['PATH'], ...this.env, PORT: '0', LOG_LEVEL: 'info', ...change };
    return spawn(process.execPath, [entry], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  }

  /** Files with the installation's keys, for a test that puts others in their place. */
  get keyFiles(): Pick<InstallationSecrets, 'keyRingFile' | 'lookupKeyFile'> {
    return this.identities.secrets;
  }

  /** Database, topics and platforms stay. */
  async stopReplicas(): Promise<void> {
    await Promise.all(this.apps.splice(0).map((app) => app.close()));
  }

  async stop(): Promise<void> {
    await this.stopReplicas();
    await Promise.all([this.sandbox.stop(), this.accounts.stop(), this.topics.stop()]);
    await this.database?.drop();
    this.identities.remove();
  }

  /** Everybody's way in, for the table of who may call what. */
  get door() {
    return { app: this.apps[0]!, headers: (identity: Identity) => this.identities.headers(identity, 'oauth') };
  }

  /** People and keys of an organisation that has nothing here. */
  strangers() {
    return this.identities.anOrganisation();
  }

  /** Our own addresses, and the ones the platforms send browsers to, both end at the service here. */
  address(path: string): string {
    return path.startsWith('http') ? path : `${this.publicUrl}${path}`;
  }

  portOf(app: INestApplication): number {
    return (app.getHttpServer().address() as AddressInfo).port;
  }

  signed(identity: Identity): Promise<Record<string, string>> {
    return this.identities.headers(identity, 'oauth');
  }

  /** What the collector does before it calls a platform. */
  async lease(socialAccountId: string, address = this.publicUrl): Promise<Answer> {
    const init = json({ socialAccountId, purpose: 'collect' });
    const headers = { ...init.headers, ...(await this.signed({ kind: 'service', sub: 'collector' })) };
    return call(`${address}/internal/token-leases`, { ...init, headers });
  }

  /** `METHOD /path` of everything that the service describes. */
  async openApiRoutes(): Promise<string[]> {
    const headers = await this.signed({ kind: 'service', sub: 'gateway' });
    const { body } = await call(this.address('/internal/openapi.json'), { headers });
    const { paths } = body as unknown as { paths: Record<string, Record<string, unknown>> };
    return Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
  }

  async events(type: string, socialAccountId?: string): Promise<SeenEvent[]> {
    const rows = await this.database.query<SeenEvent>(
      'SELECT type, payload FROM oauth.outbox WHERE type = $1 ORDER BY seq',
      [type],
    );
    return rows.filter((row) => socialAccountId === undefined || row.payload['accountId'] === socialAccountId);
  }

  event(type: string, socialAccountId: string, nth = 1, within = 10_000): Promise<SeenEvent> {
    const look = async () => (await this.events(type, socialAccountId))[nth - 1];
    return until(`${type} of ${socialAccountId}`, look, within);
  }

  /** Earlier tests used the same personas: their authorizations no longer rest on anybody's consent. */
  async forgetPersons(): Promise<void> {
    await this.database.query('UPDATE oauth.grants SET person_hash = NULL');
    await this.database.query(`UPDATE oauth.staged_grants SET person_hash = ''`);
  }

  async count(table: string, where = 'true', values: unknown[] = []): Promise<number> {
    const rows = await this.database.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM oauth.${table} WHERE ${where}`,
      values,
    );
    return rows[0]!.n;
  }

  private configure(port: number, accountsUrl: string): void {
    const { keyRingFile, lookupKeyFile } = this.identities.secrets;
    this.env = {
      CONNECT_PROFILE: 'local',
      PORT: String(port),
      PUBLIC_URL: this.publicUrl,
      LOG_LEVEL: process.env['TEST_LOG_LEVEL'] ?? 'fatal',
      DATABASE_URL: this.database.appUrl,
      DATABASE_ROUTER_URL: this.database.routerUrl,
      KAFKA_BROKERS: process.env['KAFKA_BROKERS'],
      KAFKA_TOPIC_PREFIX: this.topics.prefix,
      KAFKA_GROUP_PREFIX: this.topics.prefix,
      ...this.identities.env('oauth'),
      ACCOUNTS_URL: accountsUrl,
      VAULT_KEY_RING_FILE: keyRingFile,
      VAULT_LOOKUP_KEY_FILE: lookupKeyFile,
      META_APP_ID: this.sandbox.metaAppId,
      META_APP_SECRET: this.sandbox.metaAppSecret,
      META_WEBHOOK_VERIFY_TOKEN: this.sandbox.metaVerifyToken,
      META_DIALOG_URL: this.sandbox.site('facebook'),
      META_GRAPH_URL: this.sandbox.at('/graph'),
      TIKTOK_CLIENT_KEY: this.sandbox.tiktokKey,
      TIKTOK_CLIENT_SECRET: this.sandbox.tiktokSecret,
      TIKTOK_AUTHORIZE_URL: this.sandbox.site('tiktok'),
      TIKTOK_OPEN_API_URL: this.sandbox.at('/tiktok-open'),
      GOOGLE_CLIENT_ID: this.sandbox.googleId,
      GOOGLE_CLIENT_SECRET: this.sandbox.googleSecret,
      GOOGLE_AUTHORIZE_URL: this.sandbox.site('google'),
      GOOGLE_OAUTH_URL: this.sandbox.at('/google-oauth'),
      GOOGLE_CERTS_URL: this.sandbox.at('/google-oauth/certs'),
      GOOGLE_YOUTUBE_URL: this.sandbox.at('/google-youtube'),
    };
  }
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
