import { AccountAuthorized, AuthExpired, newId, type EventDefinition } from '@creator-connect/contracts';
import { Kafka, logLevel, type IHeaders, type Producer } from 'kafkajs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { World } from './world/world';

/** One thing that oauth tells of an account, in the order of `step`. */
export interface Change {
  readonly id: string;
  readonly accountId: string;
  /** Counts from 1: odd ones authorize the account, even ones end its grant. */
  readonly step: number;
}

export interface OutgoingEvent {
  readonly key: string;
  readonly value: Buffer | null;
  readonly headers: IHeaders;
}

/** Sends what oauth would, through whatever happens to the broker. What it sends twice has the same id. */
export class Source {
  private readonly producer: Producer;

  constructor(private readonly world: World) {
    const kafka = new Kafka({
      clientId: 'faults-source',
      brokers: [...world.settings.brokers],
      logLevel: logLevel.NOTHING,
      retry: { retries: 3, initialRetryTime: 100, maxRetryTime: 500 },
    });
    this.producer = kafka.producer({ allowAutoTopicCreation: false });
  }

  async open(): Promise<void> {
    await this.producer.connect();
  }

  async close(): Promise<void> {
    await this.producer.disconnect();
  }

  /** Until the broker has them: events that do not fit a schema were refused before, so any error here is its absence. */
  async send(events: readonly OutgoingEvent[]): Promise<void> {
    const deadline = performance.now() + longestOutageMs;
    for (;;) {
      try {
        await this.producer.send({ topic: this.world.topic('authorization'), acks: -1, messages: [...events] });
        return;
      } catch (error) {
        if (performance.now() > deadline) throw error;
        await sleep(200);
      }
    }
  }
}

const longestOutageMs = 120_000;
const mostWaiting = 80;

export interface Told {
  readonly accountIds: readonly string[];
  readonly changes: readonly Change[];
}

/** The accounts of one fault, which no other fault touches, and all that was told about them. */
export class Load implements Told {
  readonly changes: Change[] = [];
  private readonly steps = new Map<string, number>();
  private running: Promise<void> = Promise.resolve();
  private lastTold: Promise<void> = Promise.resolve();
  private ending = false;

  private constructor(
    private readonly world: World,
    private readonly source: Source,
    readonly organisationId: string,
    readonly influencerId: string,
    readonly accountIds: readonly string[],
  ) {}

  /** Puts an organisation with so many accounts, not authenticated yet, into the accounts service's schema. */
  static async prepare(world: World, source: Source, accounts: number): Promise<Load> {
    const [organisationId, influencerId] = [newId(), newId()];
    const accountIds = Array.from({ length: accounts }, () => newId());
    await world.query(
      `INSERT INTO accounts.organisations (org_id, name, slug, created_at) VALUES ($1::uuid, 'Faults', $2, now())`,
      [organisationId, organisationId],
    );
    await world.query(
      `INSERT INTO accounts.influencers
         (id, org_id, name, email, email_hash, locale, time_zone, approved_at, created_at, version)
       VALUES ($1, $2, 'Nobody', 'nobody@creator.example', '\\x00', 'en', 'UTC', now(), now(), 1)`,
      [influencerId, organisationId],
    );
    await world.query(
      `INSERT INTO accounts.social_accounts (id, org_id, influencer_id, platform, platform_account_id, handle,
              display_name, auth_state, cause, cause_at, created_at, version)
       SELECT id, $2, $3, 'instagram', id::text, 'nobody', 'Nobody', 'NON_AUTH', 'added', now(), now(), 0
         FROM unnest($1::uuid[]) AS a(id)`,
      [accountIds, organisationId, influencerId],
    );
    return new Load(world, source, organisationId, influencerId, accountIds);
  }

  /** The part of it that is about these accounts. */
  only(accountIds: readonly string[]): Told {
    return { accountIds, changes: this.changes.filter((change) => accountIds.includes(change.accountId)) };
  }

  /** Tells `count` changes of each account, in an order that the seed decides, a few at a time; one caller after the other. */
  tell(count: number): Promise<void> {
    const turn = this.lastTold.then(() => this.tellNow(count));
    this.lastTold = turn.catch(() => undefined);
    return turn;
  }

  private async tellNow(count: number): Promise<void> {
    const { random } = this.world;
    const left = new Map(this.accountIds.map((id) => [id, count]));
    while (left.size > 0) {
      const batch: OutgoingEvent[] = [];
      for (let size = random.between(1, 12); size > 0 && left.size > 0; size -= 1) {
        const accountId = random.pick([...left.keys()]);
        const rest = left.get(accountId)! - 1;
        if (rest === 0) left.delete(accountId);
        else left.set(accountId, rest);
        batch.push(this.next(accountId));
      }
      await this.source.send(batch);
    }
  }

  /**
   * Goes on telling one change of every account after the other until `finish`, as fast as they are handled: how long it
   * takes to catch up must depend on the fault, not on the machine.
   */
  keepTelling(): void {
    this.running = (async () => {
      while (!this.ending) {
        if ((await this.waiting()) < mostWaiting) await this.tell(1);
        await sleep(100);
      }
    })();
    this.running.catch(() => undefined);
  }

  /** Changes that were told and have no effect yet. Unknown while the database is away: then nothing more is told. */
  async waiting(): Promise<number> {
    const rows = await this.world
      .query<{ effects: number }>(
        `SELECT count(*)::int AS effects FROM accounts.social_account_history WHERE social_account_id = ANY($1::uuid[])`,
        [this.accountIds],
      )
      .catch(() => []);
    return this.changes.length - (rows[0]?.effects ?? -mostWaiting);
  }

  async finish(): Promise<void> {
    this.ending = true;
    await this.running;
  }

  private next(accountId: string): OutgoingEvent {
    const step = (this.steps.get(accountId) ?? 0) + 1;
    this.steps.set(accountId, step);
    const id = newId();
    this.changes.push({ id, accountId, step });
    const at = new Date().toISOString();
    const ids = { organisationId: this.organisationId, influencerId: this.influencerId, accountId };
    const grantVersion = Math.ceil(step / 2);
    if (step % 2 === 0) {
      const rule = 'faults.expired';
      const data = {
        ...ids,
        platform: 'instagram',
        cause: 'token_expired',
        rule,
        observedAt: at,
        grantVersion,
      } as const;
      return record(AuthExpired, data, id, step);
    }
    const data = {
      ...ids,
      platform: 'instagram' as const,
      flow: 'link' as const,
      scopes: [],
      missingScopes: [],
      first: step === 1,
      authorizedAt: at,
      tokenExpiresAt: null,
      dataAccessExpiresAt: null,
      grantVersion,
    };
    return record(AccountAuthorized, data, id, step);
  }
}

/** A CloudEvent in binary mode, as oauth's relay writes it; data that does not fit the closed schema throws. */
export function record<T>(event: EventDefinition<T>, data: T, id: string, aggregateVersion: number): OutgoingEvent {
  const key = event.key(data);
  return {
    key,
    value: Buffer.from(JSON.stringify(event.produce(data))),
    headers: {
      'content-type': 'application/json',
      ce_specversion: '1.0',
      ce_id: id,
      ce_source: '/services/oauth',
      ce_type: event.type,
      ce_subject: key,
      ce_time: new Date().toISOString(),
      ce_dataschema: event.dataschema,
      ce_partitionkey: key,
      ce_aggregateversion: String(aggregateVersion),
    },
  };
}
