import { AppError } from '@creator-connect/contracts';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { GATEWAY_CONFIG, type GatewayConfig } from '../gateway.config';
import { NotificationsPort } from '../peers/notifications.port';
import { UserStore } from '../users/persistence/user.store';
import { NewDeviceMailStore, type NewDeviceMail } from './persistence/new-device-mail.store';

/** What began a moment ago is handed over by whoever began it. */
const youngMilliseconds = 60_000;

/**
 * Hands over what is written down about sign-ins in new browsers, at once and, where notifications was away, in later rounds:
 * the mail says when it was. Its id is the key under which it is sent once.
 */
@Injectable()
export class MailNewDevices {
  private readonly logger = new Logger(MailNewDevices.name);

  constructor(
    private readonly mails: NewDeviceMailStore,
    private readonly users: UserStore,
    private readonly notifications: NotificationsPort,
    @Inject(GATEWAY_CONFIG) private readonly config: GatewayConfig,
  ) {}

  async now(id: string): Promise<void> {
    const mail = await this.mails.find(id);
    if (mail) await this.send(mail);
  }

  async run(now: Date): Promise<void> {
    for (const mail of await this.mails.waiting(new Date(now.getTime() - youngMilliseconds))) {
      // Where one can not be handed over, none of the others can.
      if (!(await this.send(mail))) return;
    }
  }

  /** False when it waits for a later round. */
  private async send(mail: NewDeviceMail): Promise<boolean> {
    try {
      await this.handOver(mail);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      this.logger.warn({ actor: mail.userId, err: error }, 'the mail about a new browser was not handed over');
      if (error.retryable) return false;
    }
    await this.mails.remove(mail.id);
    return true;
  }

  private async handOver(mail: NewDeviceMail): Promise<void> {
    const { id: idempotencyKey, userId, organisationId, influencerId, locales, timeZone } = mail;
    const isCreator = organisationId !== null && influencerId !== null;
    const path = isCreator ? '/' : '/admin/settings?tab=security';
    const about = { idempotencyKey, url: new URL(path, this.config.PUBLIC_URL).href, at: mail.at.toISOString() };
    if (isCreator) return this.notifications.sendNewDevice({ ...about, organisationId, influencerId });
    const user = await this.users.byId(userId);
    if (!user) return;
    return this.notifications.sendNewDevice({ ...about, email: user.email, locales, ...(timeZone && { timeZone }) });
  }
}
