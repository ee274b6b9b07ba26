import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newId, type EventDefinition } from '@creator-connect/contracts';
import { Outbox, startConsuming } from '@creator-connect/messaging';
import { testPrefix } from '@creator-connect/messaging/testing';
import { bootstrapService, loadConfig } from '@creator-connect/observability';
import { UnitOfWork } from '@creator-connect/persistence';
import { createTestDatabase, type TestDatabase } from '@creator-connect/persistence/testing';
import { IdentityIssuer, sha256, type Identity } from '@creator-connect/security';
import { generateInstallationSecrets } from '@creator-connect/security/setup';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { accountsConfigSchema } from '../../../src/accounts.config';
import { AppModule } from '../../../src/app.module';
import { migrations } from '../../../src/migrations';

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

/** The accounts service on real PostgreSQL and Kafka, with the other services played. */
export class AccountsFixture {
  database!: TestDatabase;
  app!: NestFastifyApplication;
  private readonly directory = mkdtempSync(join(tmpdir(), 'accounts-test-'));
  private readonly issuers = new Map<string, IdentityIssuer>();

  static async start(env: Record<string, string> = {}): Promise<AccountsFixture> {
    const fixture = new AccountsFixture();
    fixture.database = await createTestDatabase({ service: 'accounts', migrations });
    await fixture.startService(env);
    return fixture;
  }

  private async startService(env: Record<string, string>): Promise<void> {
    const services = ['accounts', 'gateway', 'oauth', 'ttcm', 'notifications', 'collector'];
    const secrets = generateInstallationSecrets(this.directory, services);
    for (const service of services) {
      this.issuers.set(service, IdentityIssuer.fromKeyFile(service, secrets.privateKeyFiles[service]!));
    }
    const prefix = testPrefix();
    const config = loadConfig(accountsConfigSchema, {
      PORT: '0',
      CONNECT_PROFILE: 'local',
      PUBLIC_URL: 'http://localhost:4400',
      LOG_LEVEL: 'fatal',
      DATABASE_URL: this.database.appUrl,
      DATABASE_ROUTER_URL: this.database.routerUrl,
      KAFKA_BROKERS: process.env['KAFKA_BROKERS'],
      KAFKA_TOPIC_PREFIX: prefix,
      KAFKA_GROUP_PREFIX: prefix,
      IDENTITY_PRIVATE_KEY_FILE: secrets.privateKeyFiles['accounts'],
      IDENTITY_PUBLIC_KEYS_FILE: secrets.publicKeysFile,
      ...env,
    });
    this.app = await bootstrapService<NestFastifyApplication>({
      name: 'accounts',
      module: AppModule.with(config),
      adapter: 'fastify',
      host: config.HOST,
      port: config.PORT,
      logLevel: config.LOG_LEVEL,
      openApiTitle: 'accounts',
      beforeListen: startConsuming,
    });
  }

  async stop(): Promise<void> {
    await this.app?.close();
    await this.database?.drop();
    rmSync(this.directory, { recursive: true, force: true });
  }

  /** A person or API key, as the gateway vouches for them. */
  as(identity: Identity) {
    return this.#door('gateway', identity);
  }

  /** Another service, speaking for itself. */
  from(service: string) {
    return this.#door(service, { kind: 'service', sub: service });
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
  async publish<T extends { organisationId: string }>(
    event: EventDefinition<T>,
    data: T,
    version = 1,
  ): Promise<string> {
    const outbox = this.app.get(Outbox);
    return this.app
      .get(UnitOfWork)
      .tenant(data.organisationId, (tx) => outbox.add(tx, event, data, { aggregateVersion: version }));
  }

  /** The relay sends the same event once more, as after a crash between send and mark. */
  async publishAgain(eventId: string): Promise<void> {
    await this.database.query('UPDATE accounts.outbox SET published_at = NULL WHERE id = $1', [eventId]);
  }

  /** Waits until an event was dealt with, well or badly. */
  async handled(eventId: string): Promise<void> {
    await eventually(async () => {
      const rows = await this.database.query('SELECT 1 FROM accounts.inbox WHERE event_id = $1', [eventId]);
      expect(rows).toHaveLength(1);
    });
  }

  async published(type: string, key: string): Promise<{ data: Record<string, unknown>; version: number }[]> {
    const rows = await this.database.query<{ payload: Record<string, unknown>; aggregateversion: string }>(
      'SELECT payload, aggregateversion FROM accounts.outbox WHERE type = $1 AND aggregateid = $2 ORDER BY seq',
      [type, key],
    );
    return rows.map((row) => ({ data: row.payload, version: Number(row.aggregateversion) }));
  }

  #door(service: string, identity: Identity) {
    const send = async <T>(method: Method, url: string, body?: unknown): Promise<Answer<T>> => {
      const token = await this.issuers.get(service)!.issue(identity, 'accounts');
      const response = await this.app.inject({
        method,
        url,
        headers: { 'x-connect-identity': token },
        ...(body === undefined ? {} : { payload: body as object }),
      });
      const bytes = response.rawPayload;
      const isJson = String(response.headers['content-type'] ?? '').includes('json');
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

/** Repeats until it holds; a condition is waited for, never a time. */
export async function eventually(check: () => Promise<void>, timeoutMs = 15_000): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }
}
