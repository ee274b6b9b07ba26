import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig } from '@creator-connect/observability';
import { createTestDatabase, type TestDatabase } from '@creator-connect/persistence/testing';
import { generateInstallationSecrets } from '@creator-connect/security/setup';
import { getGlobalDispatcher } from 'undici';
import { Clock } from '../../../src/clock';
import { startGateway } from '../../../src/gateway';
import { gatewayConfigSchema } from '../../../src/gateway.config';
import { migrations } from '../../../src/migrations';
import { Browser } from './browser';
import { FakeServices, type FakeLink } from './fake-services';

/** A clock that tests move; it goes on by itself in between, evenly, also when the machine's clock is set. */
export class MovableClock extends Clock {
  private readonly aheadOfProcess = Date.now() - performance.now();
  private aheadMilliseconds = 0;

  now(): Date {
    return new Date(performance.now() + this.aheadOfProcess + this.aheadMilliseconds);
  }

  forward(milliseconds: number): void {
    this.aheadMilliseconds += milliseconds;
  }
}

export const password = () => `${randomBytes(12).toString('base64url')} mill grass`;
export const linkHashOf = (token: string) => createHash('sha256').update(token).digest('base64url');

export interface Owner {
  email: string;
  password: string;
  userId: string;
  organisationId: string;
}

/** A gateway on real PostgreSQL, with the other services played. */
export class GatewayFixture {
  readonly services = new FakeServices();
  readonly clock = new MovableClock();
  readonly setupToken = randomBytes(24).toString('base64url');
  readonly directory = mkdtempSync(join(tmpdir(), 'gateway-test-'));
  database!: TestDatabase;
  base!: string;
  publicUrl!: string;
  publicKeysFile!: string;
  private app: Awaited<ReturnType<typeof startGateway>> | undefined;
  private env: Record<string, string> = {};

  static async start(env: Record<string, string> = {}): Promise<GatewayFixture> {
    const fixture = new GatewayFixture();
    fixture.env = env;
    fixture.database = await createTestDatabase({ service: 'gateway', migrations });
    await fixture.services.start();
    await fixture.startGateway();
    return fixture;
  }

  async startGateway(): Promise<void> {
    const port = await freePort();
    this.base = `http://127.0.0.1:${port}`;
    this.publicUrl = `http://localhost:${port}`;
    const secrets = generateInstallationSecrets(join(this.directory, 'secrets'), ['gateway']);
    this.publicKeysFile = secrets.publicKeysFile;
    const config = loadConfig(gatewayConfigSchema, {
      PORT: String(port),
      CONNECT_PROFILE: 'local',
      PUBLIC_URL: this.publicUrl,
      LOG_LEVEL: 'fatal',
      DATABASE_URL: this.database.appUrl,
      DATABASE_ROUTER_URL: this.database.routerUrl,
      KAFKA_BROKERS: process.env['KAFKA_BROKERS'] ?? '127.0.0.1:1',
      IDENTITY_PRIVATE_KEY_FILE: secrets.privateKeyFiles['gateway'],
      ACCOUNTS_URL: this.services.address('accounts'),
      OAUTH_URL: this.services.address('oauth'),
      TTCM_URL: this.services.address('ttcm'),
      COLLECTOR_URL: this.services.address('collector'),
      NOTIFICATIONS_URL: this.services.address('notifications'),
      SETUP_TOKEN: this.setupToken,
      SECOND_FACTOR_KEY_FILE: secrets.secondFactorKeyFile,
      SECOND_FACTOR_REQUIRED_FOR: 'nobody',
      LIMIT_SIGN_IN_PER_SOURCE: '1000',
      LIMIT_SIGN_IN_LINKS_PER_SOURCE: '1000',
      LIMIT_LINK_LOOKUPS_PER_SOURCE: '10000',
      LIMIT_LINK_LOOKUPS_TOTAL: '10000',
      LIMIT_REQUESTS_PER_MINUTE: '100000',
      LIMIT_ORGANISATION_REQUESTS_PER_MINUTE: '100000',
      ...this.env,
    });
    this.app = await startGateway(config, this.clock);
  }

  /** A second process of the same installation, as far as it shares the database; ends the first one when told. */
  async startAnother(): Promise<() => Promise<void>> {
    const first = this.app;
    await this.startGateway();
    return async () => {
      await first?.close();
    };
  }

  async stop(): Promise<void> {
    await this.app?.close();
    await this.services.stop();
    await this.database.drop();
    await getGlobalDispatcher().destroy();
    rmSync(this.directory, { recursive: true, force: true });
  }

  get<T>(type: new (...args: never[]) => T): T {
    return this.app!.get<T>(type);
  }

  browser(): Browser {
    return new Browser(this.base, this.publicUrl);
  }

  async install(): Promise<Owner> {
    const owner = { email: 'owner@example.com', password: password(), name: 'First Owner' };
    const answer = await this.browser().post('/v1/installation', {
      setupToken: this.setupToken,
      organisation: { name: 'North Agency', slug: 'north' },
      owner,
    });
    if (answer.status !== 201) throw new Error(`installation failed: ${answer.text}`);
    const { userId, organisationId } = answer.body as { userId: string; organisationId: string };
    return { ...owner, userId, organisationId };
  }

  async signedIn(owner: Pick<Owner, 'email' | 'password'>): Promise<Browser> {
    const browser = this.browser();
    const answer = await browser.post('/v1/sessions', { email: owner.email, password: owner.password });
    if (answer.status !== 201) throw new Error(`sign-in failed: ${answer.text}`);
    return browser;
  }

  /** After a change of memberships: signed in once the gateway has read again where the member belongs. */
  signedInAgain(owner: Pick<Owner, 'email' | 'password' | 'organisationId'>): Promise<Browser> {
    return eventually(async () => {
      const browser = this.browser();
      const { body } = await browser.post('/v1/sessions', { email: owner.email, password: owner.password });
      const { organisation } = body as { organisation?: { id: string } };
      return organisation?.id === owner.organisationId ? browser : undefined;
    });
  }

  /** Invites somebody, who accepts and could sign in now. */
  async joins(inviting: Browser, person: Pick<Owner, 'email' | 'password' | 'name'>, role: string): Promise<void> {
    await inviting.post('/v1/member-invitations', { email: person.email, role });
    const mail = this.services.mails.findLast((one) => one['to'] === person.email)!;
    const token = new URL(mail['url']!).hash.slice(1);
    const { name, password: chosen } = person;
    await this.browser().post('/v1/member-invitations/acceptances', { token, name, password: chosen });
  }

  /** A browser signed in as an influencer, through the mailed link. */
  async influencer(email: string, profile: { organisationId: string; influencerId: string }): Promise<Browser> {
    this.services.influencers.set(email, [profile]);
    const browser = this.browser();
    const before = this.services.mails.length;
    await browser.post('/v1/sign-in-links', { email });
    const mail = await eventually(() => this.services.mails.slice(before).find((one) => one['to'] === email));
    const token = new URL(mail['url']!).hash.slice(1);
    const answer = await browser.post('/v1/sessions/sign-in-link', { token });
    if (answer.status !== 201) throw new Error(`sign-in failed: ${answer.text}`);
    return browser;
  }

  /** An authorization link that accounts knows; returns its token. */
  link(link: Partial<FakeLink> = {}): { token: string; link: FakeLink } {
    const token = randomBytes(32).toString('base64url');
    const complete: FakeLink = {
      authorizationRequestId: crypto.randomUUID(),
      organisationId: crypto.randomUUID(),
      organisationName: 'North Agency',
      influencerId: crypto.randomUUID(),
      needsProof: true,
      items: [{ platform: 'instagram' }],
      expiresAt: new Date(Date.now() + 86_400_000).toISOString(),
      ...link,
    };
    this.services.links.set(linkHashOf(token), complete);
    return { token, link: complete };
  }

  /** A browser in which an authorization link was opened and begun; its code is mailed. */
  async openedLink(link: Partial<FakeLink> = {}): Promise<Browser> {
    const browser = this.browser();
    const { token, link: opened } = this.link(link);
    await browser.get(`/a/${token}`);
    await browser.get('/v1/link-session');
    await browser.post('/v1/link-session');
    await eventually(() => this.services.mails.find((mail) => mail['influencerId'] === opened.influencerId));
    return browser;
  }

  /** A browser in which somebody began an application. */
  async applicant(): Promise<Browser> {
    const browser = this.browser();
    this.services.applicationSlugs.add('any');
    await browser.post('/v1/application-session', { slug: 'any' });
    return browser;
  }
}

export async function eventually<T>(look: () => T | undefined | Promise<T | undefined>, within = 20_000): Promise<T> {
  const deadline = Date.now() + within;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (Date.now() > deadline) throw new Error(`not seen within ${within} ms`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
