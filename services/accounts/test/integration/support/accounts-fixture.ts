import { AccountAuthorized, newId, type EventDefinition, type Platform } from '@creator-connect/contracts';
import { eventually, TestService } from '@creator-connect/messaging/testing';
import { bootstrapService, loadConfig } from '@creator-connect/observability';
import type { TestDatabase } from '@creator-connect/persistence/testing';
import { sha256, type Identity } from '@creator-connect/security';
import { TestIdentities } from '@creator-connect/security/testing';
import type { INestApplication } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { accountsConfigSchema, type AccountsConfig } from '../../../src/accounts.config';
import { AppModule } from '../../../src/app.module';
import { beforeListening } from '../../../src/before-listening';
import { migrations } from '../../../src/migrations';
import { PlayedHolders } from './played-holders';
import { PlayedMarketplace } from './played-marketplace';

export interface Answer<T = Record<string, unknown>> {
  status: number;
  body: T;
  headers: Record<string, unknown>;
  bytes: Buffer;
}

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** An organisation with a member in each role, as the gateway would vouch for them. */
export interface Organisation {
  id: string;
  name: string;
  owner: Identity;
  admin: Identity;
  viewer: Identity;
}

export const influencerIdentity = (org: Organisation, influencer: string): Identity => ({
  kind: 'influencer',
  sub: newId(),
  org: org.id,
  influencer,
});

/** Somebody who fills in an application, as the gateway vouches for them. */
export const applicantIdentity = (organisationId: string, application: string): Identity => ({
  kind: 'applicant',
  sub: newId(),
  org: organisationId,
  influencer: application,
});

/** The accounts service on real PostgreSQL and Kafka, with the other services played. */
export class AccountsFixture {
  readonly holders = new PlayedHolders();
  readonly identities = new TestIdentities();
  readonly marketplace = new PlayedMarketplace(this.holders);
  private service!: TestService;

  static async start(env: Record<string, string> = {}): Promise<AccountsFixture> {
    const fixture = new AccountsFixture();
    fixture.service = await TestService.start({
      service: 'accounts',
      migrations,
      module: (environment) => AppModule.with(loadConfig(accountsConfigSchema, environment)),
      env: {
        ...fixture.identities.env('accounts'),
        ...(await fixture.holders.start()),
        TTCM_URL: await fixture.marketplace.start(),
        ...env,
      },
    });
    return fixture;
  }

  get app(): NestFastifyApplication {
    return this.service.app;
  }

  /** A further process on the same database and topics, started as main.ts does it. */
  async startAnother(): Promise<{ app: INestApplication; open: Promise<void> }> {
    const built = Promise.withResolvers<INestApplication>();
    const starting = bootstrapService({
      name: 'accounts',
      module: AppModule.with(this.config()),
      adapter: 'fastify',
      host: '127.0.0.1',
      port: 0,
      logLevel: 'fatal',
      configure: (app) => built.resolve(app),
      beforeListen: beforeListening,
    });
    const open = starting.then(() => undefined);
    open.catch(() => undefined);
    return { app: await built.promise, open };
  }

  config(change: Record<string, string> = {}): AccountsConfig {
    return loadConfig(accountsConfigSchema, { ...this.service.environment, ...change });
  }

  get database(): TestDatabase {
    return this.service.database;
  }

  async stop(): Promise<void> {
    await this.service?.stop();
    await this.holders.stop();
    await this.marketplace.stop();
    this.identities.remove();
  }

  /** Everybody's way in, for the table of who may call what. */
  get door() {
    return { app: this.app, headers: (identity: Identity) => this.identities.headers(identity, 'accounts') };
  }

  /** People and keys of an organisation that has nothing here. */
  strangers() {
    return this.identities.anOrganisation();
  }

  /** A person or API key, as the gateway vouches for them. */
  as(identity: Identity) {
    return this.#door(identity);
  }

  /** Another service, speaking for itself. */
  from(service: string) {
    return this.#door({ kind: 'service', sub: service });
  }

  async anOrganisation(name = 'Bright Agency'): Promise<Organisation> {
    const slug = `org-${newId().slice(-12)}`;
    const ownerUserId = newId();
    const { body } = await this.from('gateway').post<{ id: string }>('/internal/organisations', {
      name,
      slug,
      ownerUserId,
    });
    const member = (role: 'owner' | 'admin' | 'viewer', sub = newId()): Identity => ({
      kind: 'member',
      sub,
      org: body.id,
      role,
    });
    return { id: body.id, name, owner: member('owner', ownerUserId), admin: member('admin'), viewer: member('viewer') };
  }

  async anInfluencer(org: Organisation, email = `${newId()}@example.com`): Promise<string> {
    const { body } = await this.as(org.admin).post<{ id: string }>('/v1/influencers', {
      name: 'creator-two-pages',
      email,
    });
    return body.id;
  }

  /** A draft behind the link of a new group, or behind the given one. */
  async aDraft(org: Organisation, url?: string): Promise<string> {
    const group = { name: `Group ${newId()}` };
    const made = async () =>
      (await this.as(org.admin).post<{ applicationLink: { url: string } }>('/v1/influencer-groups', group)).body;
    const slug = tokenOf(url ?? (await made()).applicationLink.url);
    const { status, body } = await this.from('gateway').post<{ applicationId: string }>('/internal/applications', {
      slug,
    });
    if (status !== 201) throw new Error(`No draft: ${JSON.stringify(body)}`);
    return body.applicationId;
  }

  /** Reserves and authorizes an account, as a person does who connects it. */
  async aConnectedAccount(
    org: Organisation,
    influencerId: string,
    change: { platform?: Platform; platformAccountId?: string; handle?: string } = {},
  ): Promise<string> {
    const { platform = 'instagram' } = change;
    const accountId = await this.aReservation(org, influencerId, { ...change, platform });
    await this.authorized(org, influencerId, accountId, platform);
    return accountId;
  }

  /** oauth tells that a creator authorized an account; waits until that is dealt with. */
  async authorized(
    org: Organisation,
    influencerId: string,
    accountId: string,
    platform: Platform,
    { grantVersion = 1, flow = 'link' }: Partial<Pick<AccountAuthorized, 'grantVersion' | 'flow'>> = {},
  ): Promise<void> {
    await this.handled(
      await this.publish(AccountAuthorized, {
        organisationId: org.id,
        influencerId,
        accountId,
        platform,
        flow,
        scopes: [],
        missingScopes: [],
        first: grantVersion === 1,
        authorizedAt: new Date().toISOString(),
        tokenExpiresAt: null,
        dataAccessExpiresAt: null,
        grantVersion,
      }),
    );
  }

  /** Reserves an account as oauth does at the final confirm. */
  async aReservation(org: Organisation, influencerId: string, change: Record<string, unknown> = {}): Promise<string> {
    const { status, body } = await this.from('oauth').post<{ socialAccountId: string }>(
      '/internal/account-reservations',
      {
        organisationId: org.id,
        influencerId,
        platform: 'instagram',
        platformAccountId: newId(),
        handle: 'creator.two',
        displayName: 'Creator Two',
        ...change,
      },
    );
    if (status !== 200) throw new Error(`The reservation was refused: ${JSON.stringify(body)}`);
    return body.socialAccountId;
  }

  /** Sends an event over Kafka, through the outbox of this very service; returns its id. */
  publish<T extends { organisationId: string }>(event: EventDefinition<T>, data: T, version = 1): Promise<string> {
    return this.service.publish(event, data, version);
  }

  /** The relay sends the same event once more, as after a crash between send and mark. */
  publishAgain(eventId: string): Promise<void> {
    return this.service.publishAgain(eventId);
  }

  /** Waits until an event was dealt with, well or badly. */
  async handled(eventId: string): Promise<void> {
    await eventually(async () => expect(await this.service.isHandled(eventId)).toBe(true));
  }

  async published(type: string, key: string): Promise<{ data: Record<string, unknown>; version: number }[]> {
    const rows = await this.database.query<{ payload: Record<string, unknown>; aggregateversion: string }>(
      'SELECT payload, aggregateversion FROM accounts.outbox WHERE type = $1 AND aggregateid = $2 ORDER BY seq',
      [type, key],
    );
    return rows.map((row) => ({ data: row.payload, version: Number(row.aggregateversion) }));
  }

  #door(identity: Identity) {
    const send = async <T>(method: Method, url: string, body?: unknown, headers = {}): Promise<Answer<T>> => {
      const response = await this.app.inject({
        method,
        url,
        headers: { ...(await this.identities.headers(identity, 'accounts')), ...headers },
        ...(body === undefined ? {} : { payload: body as object }),
      });
      const bytes = response.rawPayload;
      const isJson = /\bjson\b/.test(String(response.headers['content-type'] ?? ''));
      const parsed = bytes.length > 0 && isJson ? (JSON.parse(bytes.toString('utf8')) as T) : ({} as T);
      return { status: response.statusCode, body: parsed, headers: response.headers, bytes };
    };
    return {
      send,
      get: <T = Record<string, unknown>>(url: string) => send<T>('GET', url),
      download: (url: string) => send<never>('GET', url),
      post: <T = Record<string, unknown>>(url: string, body: unknown = {}) => send<T>('POST', url, body),
    };
  }
}

export const tokenOf = (url: string) => new URL(url).pathname.split('/').at(-1)!;
export const tokenHashOf = (token: string) => sha256(token).toString('base64url');
