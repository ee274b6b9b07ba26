import { until } from '@creator-connect/messaging/testing';
import { Creator, OauthFixture } from '../integration/support/oauth-fixture';
import { seeded } from './random';

export interface Calendar {
  accounts: number;
  days: number;
  /** How long TikTok's access tokens live; a day, at TikTok itself. */
  tiktokTokenDays: number;
  seed: number;
}

/** Everything but the first four has to be empty. */
export interface YearReport {
  seed: number;
  renewedInTime: number;
  lapsed: number;
  /** Accounts whose tokens the service renews by itself, and which nobody was asked about. */
  neverAsked: number;
  /** Ends that came without 14, 7, 2 and 0 days having been said, in this order. */
  unannounced: string[];
  /** Announcements of an end that was not so many days away. */
  wronglyAnnounced: string[];
  /** Authorizations that were said to have ended before they had. */
  falseEnds: string[];
  /** Ends that nobody noticed within a day. */
  missedEnds: string[];
}

const day = 86_400_000;
/** The last announcement is made in the last half day. */
const step = day / 2;
const ladder = [14, 7, 2, 0];

/** A creator over the year: connects some day, renews in time or not, comes back later or does not. */
interface Person {
  creator: Creator;
  platform: 'instagram' | 'tiktok';
  persona: string;
  accountId?: string;
  /** When the authorization ends that only they can renew; undefined: none does, or it has ended. */
  endsAt?: number;
  told: number[];
  /** Next time that they consent. */
  comesAt?: number;
}

/** A year of many authorizations, half a day at a time, on the real service and platforms whose clocks move along. */
export async function aYear({ accounts, days, tiktokTokenDays, seed }: Calendar): Promise<YearReport> {
  const random = seeded(seed);
  const oauth = await OauthFixture.start();
  try {
    await oauth.sandbox.settings({ world: { accounts }, tiktok: { accessTokenSeconds: tiktokTokenDays * 86_400 } });
    const start = oauth.clock.now().getTime();
    const people = Array.from({ length: accounts }, (_, index): Person => {
      const platform = index % 4 === 3 ? 'tiktok' : 'instagram';
      const comesAt = start + Math.floor(random() * 20) * day;
      return { creator: new Creator(oauth), platform, persona: `world-${platform}-${index}`, told: [], comesAt };
    });
    const year = new Year(oauth, people, random, seed);
    while (oauth.clock.now().getTime() < start + days * day) {
      await year.consents();
      await oauth.advance(step / 1000);
      await year.quiet();
      await year.read();
    }
    return year.report;
  } finally {
    await oauth.stop();
  }
}

class Year {
  readonly report: YearReport;
  private readonly byAccount = new Map<string, Person>();
  private seq = '0';

  constructor(
    private readonly oauth: OauthFixture,
    private readonly people: readonly Person[],
    private readonly random: () => number,
    seed: number,
  ) {
    this.report = {
      seed,
      renewedInTime: 0,
      lapsed: 0,
      neverAsked: people.filter(({ platform }) => platform === 'tiktok').length,
      unannounced: [],
      wronglyAnnounced: [],
      falseEnds: [],
      missedEnds: [],
    };
  }

  /** Whoever comes today, a few at a time. */
  async consents(): Promise<void> {
    const now = this.now();
    const coming = this.people.filter(({ comesAt }) => comesAt !== undefined && comesAt <= now);
    const worker = async () => {
      for (let person = coming.pop(); person; person = coming.pop()) await this.consent(person);
    };
    await Promise.all(Array.from({ length: 4 }, worker));
  }

  private async consent(person: Person): Promise<void> {
    if (person.endsAt !== undefined) this.report.renewedInTime += 1;
    person.accountId = await person.creator.connect(person.platform, person.persona, person.accountId);
    this.byAccount.set(person.accountId, person);
    delete person.comesAt;
  }

  /**
   * Until the service has said what there is to say at this hour, and nothing is under way: a clock that jumps over running
   * work makes its lease run out, as if its process had died.
   */
  async quiet(): Promise<void> {
    const now = 'oauth.clock_timestamp()';
    const under = async () =>
      (await this.oauth.count('grants', `state = 'live' AND expiring_due_at <= ${now}`)) +
      (await this.oauth.count('verifications', `asked_because = 'end_reached' AND due_at <= ${now}`)) +
      (await this.oauth.count('verifications', `lease_until > ${now}`)) +
      (await this.oauth.count('token_refreshes', `due_at <= ${now} OR lease_until > ${now}`));
    await until('that nothing is due', async () => (await under()) === 0, 60_000);
  }

  async read(): Promise<void> {
    const rows = await this.oauth.database.query<{ seq: string; type: string; payload: Record<string, unknown> }>(
      `SELECT seq, type, payload FROM oauth.outbox WHERE seq > $1
          AND type IN ('AccountAuthorized', 'AuthExpiring', 'AuthExpired') ORDER BY seq`,
      [this.seq],
    );
    for (const { seq, type, payload } of rows) {
      this.seq = seq;
      const person = this.byAccount.get(String(payload['accountId']))!;
      if (type === 'AccountAuthorized') this.authorized(person, payload);
      else if (type === 'AuthExpiring') this.announced(person, payload);
      else this.ended(person);
    }
    for (const person of this.people) {
      if (person.endsAt === undefined || this.now() < person.endsAt + day) continue;
      this.report.missedEnds.push(this.line(person));
      delete person.endsAt;
    }
  }

  private authorized(person: Person, { tokenExpiresAt, dataAccessExpiresAt }: Record<string, unknown>): void {
    const ends = [tokenExpiresAt, dataAccessExpiresAt].filter((end) => typeof end === 'string').map(Date.parse);
    person.told = [];
    if (ends.length > 0) person.endsAt = Math.min(...ends);
    else delete person.endsAt;
  }

  private announced(person: Person, { endsAt, daysLeft }: Record<string, unknown>): void {
    const end = Date.parse(String(endsAt));
    const left = (end - this.now()) / day;
    const days = Number(daysLeft);
    const isRight = person.endsAt !== undefined && Math.abs(end - person.endsAt) < day && left <= days + 0.51;
    if (!isRight || left < days - 0.51) this.report.wronglyAnnounced.push(`${this.line(person)} at ${days} days`);
    person.told.push(days);
    // Told for the first time, most people think of it some day before the end.
    if (days === 14 && this.random() < 0.6) person.comesAt = this.now() + Math.floor(this.random() * 13) * day;
  }

  private ended(person: Person): void {
    if (person.endsAt === undefined || this.now() < person.endsAt) this.report.falseEnds.push(this.line(person));
    if (person.told.join() !== ladder.join()) this.report.unannounced.push(this.line(person));
    this.report.lapsed += 1;
    delete person.endsAt;
    delete person.comesAt;
    if (this.random() < 0.7) person.comesAt = this.now() + Math.floor(this.random() * 20) * day;
  }

  private now(): number {
    return this.oauth.clock.now().getTime();
  }

  private line({ persona, told, endsAt }: Person): string {
    const at = new Date(this.now()).toISOString();
    return `${persona} at ${at}, told ${told.join(', ') || 'nothing'}, end ${endsAt ? new Date(endsAt).toISOString() : 'unknown'}`;
  }
}
