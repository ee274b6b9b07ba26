import { AppError, gatewayErrors } from '@creator-connect/contracts';
import { Injectable } from '@nestjs/common';
import { Limits } from '../../limits/limits';
import { Passwords } from '../../passwords/passwords';
import type { MemberSession } from '../../sessions/member';
import { Sessions, type OpenSession } from '../../sessions/sessions';
import { NewPassword } from '../new-password';
import { UserStore } from '../persistence/user.store';
import type { ChangePasswordRequest } from './current-user.dto';

/** Other browsers are signed out: whoever changes a password often fears that somebody knows it. */
@Injectable()
export class ChangePasswordHandler {
  constructor(
    private readonly users: UserStore,
    private readonly passwords: Passwords,
    private readonly newPassword: NewPassword,
    private readonly sessions: Sessions,
    private readonly limits: Limits,
  ) {}

  async handle(
    open: OpenSession & { session: MemberSession },
    { password, newPassword }: ChangePasswordRequest,
    locales: string[],
  ): Promise<void> {
    const { userId } = open.session;
    await this.limits.consume('secondFactor', userId);
    const user = await this.users.byId(userId);
    if (!user || !(await this.passwords.matches(user.passwordHash, password)))
      throw new AppError(gatewayErrors.wrongPassword);
    await this.limits.forget('secondFactor', userId);
    const hash = await this.newPassword.hash('newPassword', newPassword, [user.email, user.name]);
    await this.users.setPassword(userId, hash);
    await this.sessions.endAllOf(userId, open);
    this.newPassword.tell(user, locales);
  }
}
