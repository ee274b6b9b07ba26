import type { Told } from '../load';
import { until } from '../wait';
import { groups, type World } from '../world/world';
import { audit } from './audit';
import type { Books, DeadLetterEntry, HistoryEntry, InboxEntry, Incidents, OutboxEntry, TopicEntry } from './books';

/** FAULTS_PATIENCE_SECONDS shortens the wait where a failure is what is expected. */
const patienceMs = 1_000 * Number(process.env.FAULTS_PATIENCE_SECONDS ?? 60);

/** Reads what a load left behind. Compares databases with topics, and never looks into a log. */
export class Ledger {
  constructor(
    private readonly world: World,
    private readonly load: Told,
  ) {}

  /** Waits until the books agree; after the limit, throws with everything in which they do not. */
  async balances(withinMs = patienceMs): Promise<Books> {
    let books: Books | undefined;
    let faults: string[] = [];
    const balanced = async (): Promise<boolean> => {
      // The servers themselves may still be on their way back.
      books = await this.open().catch((error: unknown) => void (faults = [String(error)]));
      if (books) faults = audit(books);
      return books !== undefined && faults.length === 0;
    };
    await until('the books agree', async () => (await this.seemsComplete()) && balanced(), withinMs).catch(async () => {
      await balanced();
      throw new Error(`The books do not agree ${withinMs / 1_000} s after the fault:\n  ${faults.join('\n  ')}`);
    });
    return books!;
  }

  /** Cheap: so that the topics are not read again and again while the backlog drains. */
  private async seemsComplete(): Promise<boolean> {
    const { accountIds, changes } = this.load;
    const rows = await this.world
      .query<{ handled: number; unpublished: number }>(
        `SELECT (SELECT count(*)::int FROM notifications.inbox i JOIN accounts.outbox o ON o.id::text = i.event_id
                  WHERE o.aggregateid = ANY($1) AND o.type = 'AccountStateChanged') AS handled,
                (SELECT count(*)::int FROM accounts.outbox
                  WHERE aggregateid = ANY($1) AND published_at IS NULL) AS unpublished`,
        [accountIds],
      )
      .catch(() => []);
    return rows[0]?.handled === changes.length && rows[0].unpublished === 0;
  }

  async open(): Promise<Books> {
    const { world, load } = this;
    const { accountIds, changes } = load;
    const keys = new Set(accountIds);
    const entries = async (topic: string): Promise<TopicEntry[]> =>
      (await world.tap.read(topic))
        .filter(({ key }) => keys.has(key))
        .map(({ key, headers }) => ({ id: headers['ce_id'] ?? '', accountId: key }));
    const [source, accountTopic, stateTopic] = await Promise.all([
      entries(world.topic('authorization')),
      entries(world.topic('account')),
      entries(world.topic('accountState')),
    ]);
    const outbox = await world.query<OutboxEntry>(
      `SELECT id, type, aggregateid AS "accountId", aggregateversion::int AS version,
              coalesce(headers->>'causationid', '') AS cause, published_at IS NOT NULL AS published
         FROM accounts.outbox WHERE aggregateid = ANY($1) ORDER BY seq`,
      [accountIds],
    );
    return {
      changes,
      source,
      accounts: {
        inbox: await this.inbox(
          'accounts',
          changes.map(({ id }) => id),
        ),
        history: await world.query<HistoryEntry>(
          `SELECT event_id AS "eventId", social_account_id AS "accountId", outcome
             FROM accounts.social_account_history WHERE social_account_id = ANY($1::uuid[])`,
          [accountIds],
        ),
        outbox,
        deadLetters: await this.deadLetters('accounts'),
      },
      published: [...accountTopic, ...stateTopic],
      notifications: {
        inbox: await this.inbox(
          'notifications',
          outbox.filter(isStateChange).map(({ id }) => id),
        ),
        incidents: await world
          .query<Incidents>(
            `SELECT account_id AS "accountId", count(*)::int AS opened,
                  count(*) FILTER (WHERE closed_at IS NULL)::int AS open,
                  0 AS "healedMails", 0 AS reminders
             FROM notifications.incidents WHERE account_id = ANY($1::uuid[]) GROUP BY account_id`,
            [accountIds],
          )
          .then((opened) => this.withMails(opened)),
        deadLetters: await this.deadLetters('notifications'),
      },
      orphanedLanes: await this.orphanedLanes(),
      lag: {
        accounts: await world.tap.lag(world.group('accounts'), world.topic('authorization')),
        notifications: await world.tap.lag(world.group('notifications'), world.topic('account')),
      },
    };
  }

  private async withMails(opened: readonly Incidents[]): Promise<Incidents[]> {
    const mails = await this.world.query<{ accountId: string; healed: number; reminders: number }>(
      `SELECT account_ids[1] AS "accountId", count(*) FILTER (WHERE kind = 'authenticated')::int AS healed,
              count(*) FILTER (WHERE kind = 'reauth')::int AS reminders
         FROM notifications.messages WHERE account_ids[1] = ANY($1::uuid[]) GROUP BY 1`,
      [this.load.accountIds],
    );
    const incidents = new Map(opened.map((entry) => [entry.accountId, entry]));
    return mails.map(({ accountId, healed, reminders }) => ({
      ...(incidents.get(accountId) ?? { opened: 0, open: 0 }),
      accountId,
      healedMails: healed,
      reminders,
    }));
  }

  private inbox(service: keyof typeof groups, eventIds: readonly string[]): Promise<InboxEntry[]> {
    return this.world.query<InboxEntry>(
      `SELECT event_id AS "eventId" FROM ${service}.inbox WHERE consumer = $1 AND event_id = ANY($2)`,
      [groups[service], eventIds],
    );
  }

  private deadLetters(service: keyof typeof groups): Promise<DeadLetterEntry[]> {
    return this.world.query<DeadLetterEntry>(
      `SELECT event_id AS "eventId", convert_from(key, 'UTF8') AS key, status FROM ${service}.dead_letter
        WHERE key = ANY($1::bytea[])`,
      [this.load.accountIds.map((id) => Buffer.from(id))],
    );
  }

  private async orphanedLanes(): Promise<number> {
    const [row] = await this.world.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM accounts.outbox_lane
        WHERE lease_until IS NULL OR lease_until <= clock_timestamp()`,
    );
    return row!.count;
  }
}

const isStateChange = ({ type }: OutboxEntry) => type === 'AccountStateChanged';
