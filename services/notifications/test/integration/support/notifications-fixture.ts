import { newId, type EventDefinition } from '@creator-connect/contracts';
import { eventually, TestService } from '@creator-connect/messaging/testing';
import { loadConfig } from '@creator-connect/observability';
import type { TestDatabase } from '@creator-connect/persistence/testing';
import type { Identity } from '@creator-connect/security';
import { TestIdentities } from '@creator-connect/security/testing';
import { AppModule } from '../../../src/app.module';
import { migrations } from '../../../src/migrations';
import { notificationsConfigSchema } from '../../../src/notifications.config';
import { MailCatcher } from './mail-catcher';
import { RecipientsStub } from './recipients-stub';

/** Mails go through a queue and a server, which takes longer than an answer. */
export const patienceMs = 30_000;

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

export interface Answer {
  status: number;
  headers: Record<string, unknown>;
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
  private readonly identities = new TestIdentities();
  private service!: TestService;

  static async start(settings: Record<string, string> = {}): Promise<NotificationsFixture> {
    const fixture = new NotificationsFixture();
    await fixture.mails.start();
    fixture.service = await TestService.start({
      service: 'notifications',
      migrations,
      module: (env) => AppModule.with(loadConfig(notificationsConfigSchema, env)),
      env: {
        ...fixture.identities.env('notifications'),
        ACCOUNTS_URL: await fixture.recipients.start(),
        SMTP_URL: fixture.mails.url,
        SYSTEM_SENDER: 'Creator Connect <system@example.com>',
        ...settings,
      },
    });
    return fixture;
  }

  get database(): TestDatabase {
    return this.service.database;
  }

  async stop(): Promise<void> {
    await this.stopService();
    await this.stopOthers();
  }

  async stopService(): Promise<void> {
    await this.service?.stop();
  }

  /** What the service talks to. */
  async stopOthers(): Promise<void> {
    await this.mails.stop();
    await this.recipients.stop();
    this.identities.remove();
  }

  /** Everybody's way in, for the table of who may call what. */
  get door() {
    return {
      app: this.service.app,
      headers: (identity: Identity) => this.identities.headers(identity, 'notifications'),
    };
  }

  /** People and keys of an organisation that has nothing here. */
  strangers() {
    return this.identities.anOrganisation();
  }

  member(org: string, role: 'owner' | 'viewer' = 'owner'): Identity {
    return { kind: 'member', sub: newId(), org, role };
  }

  /** Somebody whom the gateway vouches for. */
  async as(identity: Identity, method: Method, url: string, body?: object): Promise<Answer> {
    return this.service.call(method, url, await this.identities.headers(identity, 'notifications'), body);
  }

  /** Another service, speaking for itself. */
  from(service: string, method: Method, url: string, body?: object): Promise<Answer> {
    return this.as({ kind: 'service', sub: service }, method, url, body);
  }

  anonymous(method: Method, url: string, body?: object): Promise<Answer> {
    return this.service.call(method, url, {}, body);
  }

  /** Amazon SNS, which posts its JSON as plain text. */
  posted(url: string, text: string): Promise<Answer> {
    return this.service.call('POST', url, { 'content-type': 'text/plain; charset=UTF-8' }, text);
  }

  /** A mail program that posts to the address in a `List-Unsubscribe` header. */
  async oneClick(url: string, form: { type: string; body: string }): Promise<number> {
    const { status } = await this.service.call('POST', new URL(url).pathname, { 'content-type': form.type }, form.body);
    return status;
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
    const id = await this.service.publish(event, data);
    await this.handled(id);
    return id;
  }

  /** Waits until an event was dealt with, well or badly. */
  async handled(eventId: string): Promise<void> {
    await eventually(async () => expect(await this.service.isHandled(eventId)).toBe(true), patienceMs);
  }

  /** The relay sends the same event once more, as after a crash between send and mark. */
  publishAgain(eventId: string): Promise<void> {
    return this.service.publishAgain(eventId);
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
    }, patienceMs);
  }

  /** Time passes for one mail: it is due, and nobody holds it any more. */
  async makeDue(messageId: string): Promise<void> {
    await this.database.query('UPDATE notifications.messages SET due_at = now(), lease_until = NULL WHERE id = $1', [
      messageId,
    ]);
  }

  /** Tables of the service's own in which a row names this id; what it has published is not its own any more. */
  async tablesWith(id: string): Promise<string[]> {
    const tables = await this.database.query<{ name: string }>(
      `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'notifications'
          AND tablename NOT IN ('inbox', 'outbox', 'dead_letter') ORDER BY tablename`,
    );
    const found: string[] = [];
    for (const { name } of tables) {
      const rows = await this.database.query(`SELECT 1 FROM notifications.${name} t WHERE t::text LIKE $1 LIMIT 1`, [
        `%${id}%`,
      ]);
      if (rows.length > 0) found.push(name);
    }
    return found;
  }

  published(type: string, organisationId: string): Promise<{ payload: Record<string, unknown> }[]> {
    return this.database.query(
      `SELECT payload FROM notifications.outbox WHERE type = $1 AND payload ->> 'organisationId' = $2 ORDER BY seq`,
      [type, organisationId],
    );
  }
}
