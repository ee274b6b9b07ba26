import { AppError, newId, requestErrors } from '@creator-connect/contracts';
import { Injectable, Logger } from '@nestjs/common';
import { Background } from '../background';
import { Passwords } from '../passwords/passwords';
import { NotificationsPort } from '../peers/notifications.port';
import { localesOf, type User } from './persistence/user.store';

/** What every way to a new password has in common: it must be a good one, and its owner is told. */
@Injectable()
export class NewPassword {
  private readonly logger = new Logger(NewPassword.name);

  constructor(
    private readonly passwords: Passwords,
    private readonly notifications: NotificationsPort,
    private readonly background: Background,
  ) {}

  /** Throws `request.invalid` naming the field. `personal`: words a guesser would try first. */
  async hash(field: string, password: string, personal: readonly string[]): Promise<string> {
    const fault = this.passwords.fault(field, password, personal);
    if (fault) throw new AppError(requestErrors.invalid, { errors: [fault] });
    return this.passwords.hash(password);
  }

  tell(user: Pick<User, 'id' | 'email' | 'locale'>, readHere: string[]): void {
    const { id, email } = user;
    this.logger.log({ security: 'password_changed', actor: id }, 'a member has a new password');
    this.background.run('mail password notice', () =>
      this.notifications.sendPasswordChanged({
        idempotencyKey: newId(),
        email,
        locales: [...localesOf(user), ...readHere],
      }),
    );
  }
}
