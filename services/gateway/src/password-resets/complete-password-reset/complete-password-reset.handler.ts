import { AppError, gatewayErrors } from '@creator-connect/contracts';
import { sha256 } from '@creator-connect/security';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../clock';
import { Limits } from '../../limits/limits';
import { Sessions } from '../../sessions/sessions';
import { NewPassword } from '../../users/new-password';
import { UserStore } from '../../users/persistence/user.store';
import { PasswordResetStore } from '../persistence/password-reset.store';

/** A mailed link stands for the password alone: who has a second factor is asked for it at the next sign-in. */
@Injectable()
export class CompletePasswordResetHandler {
  constructor(
    private readonly resets: PasswordResetStore,
    private readonly users: UserStore,
    private readonly newPassword: NewPassword,
    private readonly sessions: Sessions,
    private readonly limits: Limits,
    private readonly clock: Clock,
  ) {}

  async handle(token: string, password: string, source: string, locales: string[]): Promise<void> {
    await this.limits.consume('signInSource', source);
    const tokenHash = sha256(token);
    const now = this.clock.now();
    const userId = await this.resets.find(tokenHash, now);
    const user = userId === undefined ? undefined : await this.users.byId(userId);
    if (!user || user.disabled) throw new AppError(gatewayErrors.resetUnusable);
    // A password that is refused does not use the link up.
    const hash = await this.newPassword.hash('password', password, [user.email, user.name]);
    if (!(await this.resets.complete(tokenHash, hash, now))) throw new AppError(gatewayErrors.resetUnusable);
    await this.sessions.endAllOf(user.id);
    // Whoever guesses had used it up; the owner comes with a new password, and perhaps on a new device.
    await this.limits.forget('signInAccount', user.email);
    this.newPassword.tell(user, locales);
  }
}
