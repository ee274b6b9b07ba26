import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newId, type EventDefinition } from '@creator-connect/contracts';
import { Outbox, startConsuming } from '@creator-connect/messaging';
import { testPrefix } from '@creator-connect/messaging/testing';
import { bootstrapService, loadConfig } from '@creator-connect/observability';
import { UnitOfWork } from '@creator-connect/persistence';
import { createTestDatabase, type TestDatabase } from '@creator-connect/persistence/testing';
import { IdentityIssuer, type Identity } from '@creator-connect/security';
import { generateInstallationSecrets } from '@creator-connect/security/setup';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from '../../../src/app.module';
import { migrations } from '../../../src/migrations';
import { notificationsConfigSchema } from '../../../src/notifications.config';
import { MailCatcher } from './mail-catcher';
import { RecipientsStub } from './recipients-stub';

export type Method = 'GET' | 'POST' | 'PUT';

export interface Answer {
  status: number;
  body: Record<string, unknown>;
}

export interface MessageRow {
  id: string;
  status: string;
  failure: string | null;
  attempts: number;
  dedupe_key: string;
  last_error: string | null;
}

/** The notifications service on real PostgreSQL, Kafka and SMTP; accounts is played. */
export class NotificationsFixture {
  readonly mails = new MailCatcher();
  readonly recipients = new RecipientsStub();
  database!: TestDatabase;
  app!: NestFastifyApplication;
  private readonly directory = mkdtempSync(join(tmpdir(), 'notifications-test-'));
  private readonly issuers = new Map<string, IdentityIssuer>();

  static async start(): Promise<NotificationsFixture> {
    const fixture = new NotificationsFixture();
    fixture.database = await createTestDatabase({ service: 'notifications', migrations });
    await fixture.mails.start();
    await fixture.#startService(await fixture.recipients.start());
    return fixture;
  }

  async #startService(accountsUrl: string): Promise<void> {
    const secrets = generateInstallationSecrets(this.directory, ['notifications', 'gateway', 'oauth']);
    for (const service of ['gateway', 'oauth'])
      this.issuers.set(service, IdentityIssuer.fromKeyFile(service, secrets.privateKeyFiles[service]!));
    const prefix = testPrefix();
    const config = loadConfig(notificationsConfigSchema, {
      PORT: '0',
      CONNECT_PROFILE: 'local',
      PUBLIC_URL: 'http://localhost:4400',
      LOG_LEVEL: 'fatal',
      DATABASE_URL: this.database.appUrl,
      DATABASE_ROUTER_URL: this.database.routerUrl,
      KAFKA_BROKERS: process.env['KAFKA_BROKERS'],
      KAFKA_TOPIC_PREFIX: prefix,
      KAFKA_GROUP_PREFIX: prefix,
      IDENTITY_PRIVATE_KEY_FILE: secrets.privateKeyFiles['notifications'],
      IDENTITY_PUBLIC_KEYS_FILE: secrets.publicKeysFile,
      ACCOUNTS_URL: accountsUrl,
      SMTP_URL: this.mails.url,
      SYSTEM_SENDER: 'Creator Connect <system@example.com>',
    });
    this.app = await bootstrapService<NestFastifyApplication>({
      name: 'notifications',
      module: AppModule.with(config),
      adapter: 'fastify',
      host: config.HOST,
      port: config.PORT,
      logLevel: config.LOG_LEVEL,
      openApiTitle: 'notifications',
      beforeListen: startConsuming,
    });
  }

  async stop(): Promise<void> {
    await this.app?.close();
    await this.mails.stop();
    await this.recipients.stop();
    await this.database?.drop();
    rmSync(this.directory, { recursive: true, force: true });
  }

  member(org: string, role: 'owner' | 'viewer' = 'owner'): Identity {
    return { kind: 'member', sub: newId(), org, role };
  }

  /** Somebody whom the gateway vouches for. */
  async as(identity: Identity, method: Method, url: string, body?: object): Promise<Answer> {
    return this.#send(method, url, body, await this.issuers.get('gateway')!.issue(identity, 'notifications'));
  }

  /** Another service, speaking for itself. */
  async from(service: string, method: Method, url: string, body?: object): Promise<Answer> {
    const identity: Identity = { kind: 'service', sub: service };
    return this.#send(method, url, body, await this.issuers.get(service)!.issue(identity, 'notifications'));
  }

  anonymous(method: Method, url: string, body?: object): Promise<Answer> {
    return this.#send(method, url, body);
  }

  async #send(method: Method, url: string, body?: object, token?: string): Promise<Answer> {
    const response = await this.app.inject({
      method,
      url,
      headers: token ? { 'x-connect-identity': token } : {},
      ...(body ? { payload: body } : {}),
    });
    const isJson = String(response.headers['content-type'] ?? '').includes('json');
    return { status: response.statusCode, body: isJson && response.payload ? response.json() : {} };
  }

  /** An organisation whose outbound address is verified. */
  async aSendingOrganisation(): Promise<string> {
    const org = newId();
    const address = `hello-${org}@agency.example`;
    await this.as(this.member(org), 'PUT', '/v1/outbound-email', { address });
    const confirmed = await this.confirm(this.tokenMailedTo(address));
    if (confirmed.status !== 200) throw new Error(`Not confirmed: ${confirmed.status}`);
    return org;
  }

  confirm(token: string): Promise<Answer> {
    return this.anonymous('POST', '/v1/outbound-email/confirmations', { token });
  }

  tokenMailedTo(address: string): string {
    return /confirm-address#([\w-]{43})/.exec(this.mails.to(address).at(-1)?.text ?? '')![1]!;
  }

  /** Sends an event over Kafka, through the outbox of this very service, and waits until it was dealt with. */
  async consumed<T extends { organisationId: string }>(event: EventDefinition<T>, data: T): Promise<string> {
    const outbox = this.app.get(Outbox);
    const id = await this.app
      .get(UnitOfWork)
      .tenant(data.organisationId, (tx) => outbox.add(tx, event, data, { aggregateVersion: 1 }));
    await eventually(async () => {
      const rows = await this.database.query('SELECT 1 FROM notifications.inbox WHERE event_id = $1', [id]);
      expect(rows).toHaveLength(1);
    });
    return id;
  }

  /** The relay sends the same event once more, as after a crash between send and mark. */
  async publishAgain(eventId: string): Promise<void> {
    await this.database.query('UPDATE notifications.outbox SET published_at = NULL WHERE id = $1', [eventId]);
  }

  /** Mails about an account, in the order in which they fall due. */
  messages(accountId: string, kind = 'reauth'): Promise<MessageRow[]> {
    return this.database.query<MessageRow>(
      `SELECT * FROM notifications.messages WHERE $1 = ANY(account_ids) AND kind = $2
        ORDER BY created_at, length(dedupe_key), dedupe_key`,
      [accountId, kind],
    );
  }

  async expectStatuses(accountId: string, statuses: string[], kind?: string): Promise<void> {
    await eventually(async () => {
      expect((await this.messages(accountId, kind)).map(({ status }) => status)).toEqual(statuses);
    });
  }

  /** Time passes for one mail: it is due, and nobody holds it any more. */
  async makeDue(messageId: string): Promise<void> {
    await this.database.query('UPDATE notifications.messages SET due_at = now(), lease_until = NULL WHERE id = $1', [
      messageId,
    ]);
  }

  published(type: string, organisationId: string): Promise<{ payload: Record<string, unknown> }[]> {
    return this.database.query(
      `SELECT payload FROM notifications.outbox WHERE type = $1 AND payload ->> 'organisationId' = $2 ORDER BY seq`,
      [type, organisationId],
    );
  }
}

/** Repeats until it holds; a condition is waited for, never a time. */
export async function eventually(check: () => Promise<void>, timeoutMs = 30_000): Promise<void> {
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
