import { Injectable, Logger } from '@nestjs/common';
import { AccountsPort } from '../peers/accounts.port';
import { NotificationsPort } from '../peers/notifications.port';
import { localesOf } from '../users/persistence/user.store';
import { morningIn } from './morning';
import { DigestDayStore, type MemberOfDay } from './persistence/digest-day.store';

const atOnce = 1_000;
const first = '00000000-0000-0000-0000-000000000000';

/**
 * Says to notifications that it is a member's morning, for each organisation they work in; whether a digest goes out is
 * decided there. One process claims the day of a member, and a day has one mail: whatever dies in the middle repeats nothing.
 */
@Injectable()
export class SendDigests {
  private readonly logger = new Logger(SendDigests.name);

  constructor(
    private readonly days: DigestDayStore,
    private readonly accounts: AccountsPort,
    private readonly notifications: NotificationsPort,
  ) {}

  async run(now: Date): Promise<void> {
    let page: MemberOfDay[];
    let after = first;
    do {
      page = await this.days.members(after, atOnce);
      for (const member of page) await this.#member(member, now);
      after = page.at(-1)?.id ?? after;
    } while (page.length === atOnce);
  }

  async #member(member: MemberOfDay, now: Date): Promise<void> {
    const day = morningIn(member.timeZone ?? 'UTC', now);
    if (day === undefined || !(await this.days.claim(member.id, day, now))) return;
    try {
      await this.#send(member, day);
      await this.days.done(member.id, day, now);
    } catch (error) {
      this.logger.warn({ actor: member.id, err: error }, 'a digest waits for a later round of this morning');
    }
  }

  async #send(member: MemberOfDay, day: string): Promise<void> {
    const { id: userId, email: to } = member;
    const about = { userId, to, day, locales: localesOf(member), timeZone: member.timeZone ?? 'UTC' };
    for (const { organisationId, role } of await this.accounts.membershipsOf(userId)) {
      await this.notifications.sendDigest({ ...about, organisationId, role });
    }
  }
}
