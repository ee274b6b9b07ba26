import { PeriodicTask } from '@creator-connect/persistence';
import { Injectable, Logger } from '@nestjs/common';
import { SendAccessReports } from './access-report/send-access-reports';
import { ContinuationStore } from './applications/persistence/continuation.store';
import { Clock } from './clock';
import { ForgetOldViews } from './data-views/forget-old-views';
import { SendDigests } from './digests/send-digests';
import { ErasePeople } from './erasures/erase-people';
import { KnownDevices } from './known-devices/known-devices';
import { MailNewDevices } from './known-devices/mail-new-devices';
import { FollowMerges } from './merges/follow-merges';
import { Limits } from './limits/limits';
import { OrganisationOrders } from './operations/organisations/persistence/organisation-orders';
import { PasswordResetStore } from './password-resets/persistence/password-reset.store';
import { SessionStore } from './sessions/persistence/session.store';
import { SignInLinkStore } from './sign-in-links/persistence/sign-in-link.store';

const everyMs = 10 * 60_000;

/** Deletes what has ended, reports the month, and says good morning. Nothing depends on it: whoever reads a row that has ended checks its end. */
@Injectable()
export class Housekeeping extends PeriodicTask {
  private readonly logger = new Logger(Housekeeping.name);

  constructor(
    private readonly sessions: SessionStore,
    private readonly signInLinks: SignInLinkStore,
    private readonly continuations: ContinuationStore,
    private readonly passwordResets: PasswordResetStore,
    private readonly orders: OrganisationOrders,
    private readonly views: ForgetOldViews,
    private readonly erasing: ErasePeople,
    private readonly reports: SendAccessReports,
    private readonly digests: SendDigests,
    private readonly devices: KnownDevices,
    private readonly deviceMails: MailNewDevices,
    private readonly merges: FollowMerges,
    private readonly limits: Limits,
    private readonly clock: Clock,
  ) {
    super({ everyMs, failed: 'everything waits for the next round' });
  }

  /** What fails keeps nothing else from being done, and is done in the next round. */
  override async run(): Promise<void> {
    for (const [task, work] of this.tasks(this.clock.now())) {
      try {
        await work();
      } catch (error) {
        this.logger.warn({ task, err: error }, 'a task waits for the next round');
      }
    }
  }

  private tasks(now: Date): [string, () => Promise<unknown>][] {
    return [
      ['sessions', () => this.sessions.removeExpired(now)],
      ['sign-in links', () => this.signInLinks.removeExpired(now)],
      ['continuations', () => this.continuations.removeExpired(now)],
      ['password resets', () => this.passwordResets.removeExpired(now)],
      ['orders of organisations', () => this.orders.removeOld(now)],
      ['devices', () => this.devices.removeUnseen(now)],
      ['views', () => this.views.run()],
      // A person who was merged and erased since: what is theirs by now goes, too.
      ['merges', () => this.merges.run()],
      ['erasures', () => this.erasing.run()],
      ['limits', () => this.limits.removeExpired()],
      ['mails about devices', () => this.deviceMails.run(now)],
      ['access reports', () => this.reports.run(now)],
      ['digests', () => this.digests.run(now)],
    ];
  }
}
