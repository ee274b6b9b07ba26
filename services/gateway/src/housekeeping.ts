import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { SendAccessReports } from './access-report/send-access-reports';
import { ContinuationStore } from './applications/persistence/continuation.store';
import { Clock } from './clock';
import { ForgetOldViews } from './data-views/forget-old-views';
import { SendDigests } from './digests/send-digests';
import { ErasePeople } from './erasures/erase-people';
import { KnownDevices } from './known-devices/known-devices';
import { FollowMerges } from './merges/follow-merges';
import { Limits } from './limits/limits';
import { PasswordResetStore } from './password-resets/persistence/password-reset.store';
import { SessionStore } from './sessions/persistence/session.store';
import { SignInLinkStore } from './sign-in-links/persistence/sign-in-link.store';

const every = 10 * 60_000;

/** Deletes what has ended, reports the month, and says good morning. Nothing depends on it: whoever reads a row that has ended checks its end. */
@Injectable()
export class Housekeeping implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(Housekeeping.name);
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly sessions: SessionStore,
    private readonly signInLinks: SignInLinkStore,
    private readonly continuations: ContinuationStore,
    private readonly passwordResets: PasswordResetStore,
    private readonly views: ForgetOldViews,
    private readonly erasing: ErasePeople,
    private readonly reports: SendAccessReports,
    private readonly digests: SendDigests,
    private readonly devices: KnownDevices,
    private readonly merges: FollowMerges,
    private readonly limits: Limits,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.sweep(), every);
    this.timer.unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  async sweep(): Promise<void> {
    const now = this.clock.now();
    try {
      await this.sessions.removeExpired(now);
      await this.signInLinks.removeExpired(now);
      await this.continuations.removeExpired(now);
      await this.passwordResets.removeExpired(now);
      await this.devices.removeUnseen(now);
      await this.views.run();
      // A person who was merged and erased since: what is theirs by now goes, too.
      await this.merges.run();
      await this.erasing.run();
      await this.limits.removeExpired();
      await this.reports.run(now);
      await this.digests.run(now);
    } catch (error) {
      this.logger.warn({ err: error }, 'expired rows stay until the next round');
    }
  }
}
