import { newId } from '@creator-connect/contracts';
import { randomToken, sha256 } from '@creator-connect/security';
import { Inject, Injectable } from '@nestjs/common';
import { Background } from '../../background';
import { Clock } from '../../clock';
import { GATEWAY_CONFIG, type GatewayConfig } from '../../gateway.config';
import { Limits } from '../../limits/limits';
import { NotificationsPort } from '../../peers/notifications.port';
import { localesOf, normalEmail, UserStore } from '../../users/persistence/user.store';
import { PasswordResetStore } from '../persistence/password-reset.store';

const validMilliseconds = 30 * 60_000;

/** Whether there is a member with this address shows in the mailbox only. */
@Injectable()
export class RequestPasswordResetHandler {
  constructor(
    private readonly resets: PasswordResetStore,
    private readonly users: UserStore,
    private readonly notifications: NotificationsPort,
    private readonly limits: Limits,
    private readonly background: Background,
    private readonly clock: Clock,
    @Inject(GATEWAY_CONFIG) private readonly config: GatewayConfig,
  ) {}

  async handle(address: string, source: string, locales: string[]): Promise<void> {
    const email = normalEmail(address);
    await this.limits.consume('passwordResetSource', source);
    await this.limits.consume('passwordResetAccount', email);
    this.background.run('mail password reset', () => this.mail(email, locales));
  }

  private async mail(email: string, readHere: string[]): Promise<void> {
    const user = await this.users.byEmail(email);
    if (!user?.passwordHash || user.disabled) return;
    const token = randomToken();
    const now = this.clock.now();
    const expiresAt = new Date(now.getTime() + validMilliseconds);
    await this.resets.add({ tokenHash: sha256(token), userId: user.id, createdAt: now, expiresAt });
    const url = new URL(`/reset-password#${token}`, this.config.PUBLIC_URL).href;
    await this.notifications.sendPasswordReset({
      idempotencyKey: newId(),
      email,
      url,
      locales: [...localesOf(user), ...readHere],
    });
  }
}
