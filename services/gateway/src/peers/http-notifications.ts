import { InternalClient } from '@creator-connect/security';
import { Inject, Injectable } from '@nestjs/common';
import { GATEWAY_CONFIG, type GatewayConfig } from '../gateway.config';
import {
  NotificationsPort,
  type SendAccessReport,
  type SendCode,
  type SendContinuation,
  type SendDigest,
  type SendToMailbox,
} from './notifications.port';

/** notifications answers once the mail server has taken the mail. */
const timeoutMs = 15_000;

@Injectable()
export class HttpNotifications extends NotificationsPort {
  constructor(
    private readonly client: InternalClient,
    @Inject(GATEWAY_CONFIG) private readonly config: GatewayConfig,
  ) {
    super();
  }

  sendCode({ idempotencyKey, organisationId, influencerId, code }: SendCode): Promise<void> {
    return this.send({ kind: 'link-code', idempotencyKey, organisationId, influencerId, code });
  }

  sendStepUpCode({ idempotencyKey, organisationId, influencerId, code }: SendCode): Promise<void> {
    return this.send({ kind: 'step-up-code', idempotencyKey, organisationId, influencerId, code });
  }

  sendApplicationCode({ email, ...command }: Parameters<NotificationsPort['sendApplicationCode']>[0]): Promise<void> {
    return this.send({ kind: 'application-code', to: email, ...command });
  }

  sendSignInLink({ email, ...command }: SendToMailbox & { url: string }): Promise<void> {
    return this.send({ kind: 'sign-in-link', to: email, ...command });
  }

  sendPasswordReset({ email, ...command }: SendToMailbox & { url: string }): Promise<void> {
    return this.send({ kind: 'password-reset', to: email, ...command });
  }

  sendPasswordChanged({ email, ...command }: SendToMailbox): Promise<void> {
    return this.send({ kind: 'password-changed', to: email, ...command });
  }

  sendMemberInvitation({ email, ...command }: Parameters<NotificationsPort['sendMemberInvitation']>[0]): Promise<void> {
    return this.send({ kind: 'member-invitation', to: email, ...command });
  }

  sendContinuation({ email, ...mail }: SendContinuation): Promise<void> {
    return this.send({ kind: 'application-continuation', to: email, ...mail });
  }

  sendAccessReport({ email, ...report }: SendAccessReport): Promise<void> {
    return this.send({ kind: 'access-report', to: email, ...report });
  }

  sendDigest(command: SendDigest): Promise<void> {
    return this.post('/internal/digests', command);
  }

  postAccessReport(command: { organisationId: string; month: string }): Promise<void> {
    return this.post('/internal/access-report-notices', command);
  }

  sendNewDevice(command: Parameters<NotificationsPort['sendNewDevice']>[0]): Promise<void> {
    if (!('email' in command)) return this.send({ kind: 'new-device', ...command });
    const { email, ...about } = command;
    return this.send({ kind: 'new-device', to: email, ...about });
  }

  private send(message: Record<string, unknown> & { idempotencyKey: string }): Promise<void> {
    return this.post('/internal/messages', message);
  }

  /** Each says by its key, its day or its month what it is, and is done once. */
  private async post(path: string, body: object): Promise<void> {
    await this.client.call({
      baseUrl: this.config.NOTIFICATIONS_URL,
      audience: 'notifications',
      method: 'POST',
      path,
      body,
      repeatable: true,
      timeoutMs,
    });
  }
}
