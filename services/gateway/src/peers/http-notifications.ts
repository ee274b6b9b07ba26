import { InternalClient } from '@creator-connect/security';
import { Inject, Injectable } from '@nestjs/common';
import { GATEWAY_CONFIG, type GatewayConfig } from '../gateway.config';
import {
  NotificationsPort,
  type SendAccessReport,
  type SendCode,
  type SendContinuation,
  type SendSignInLink,
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

  sendApplicationCode(command: { idempotencyKey: string; email: string; code: string }): Promise<void> {
    const { idempotencyKey, email, code } = command;
    return this.send({ kind: 'application-code', idempotencyKey, to: email, code });
  }

  sendSignInLink({ idempotencyKey, email, url }: SendSignInLink): Promise<void> {
    return this.send({ kind: 'sign-in-link', idempotencyKey, to: email, url });
  }

  sendPasswordReset({ idempotencyKey, email, url }: SendSignInLink): Promise<void> {
    return this.send({ kind: 'password-reset', idempotencyKey, to: email, url });
  }

  sendPasswordChanged({ idempotencyKey, email }: Omit<SendSignInLink, 'url'>): Promise<void> {
    return this.send({ kind: 'password-changed', idempotencyKey, to: email });
  }

  sendMemberInvitation(command: SendSignInLink & { organisationName: string }): Promise<void> {
    const { idempotencyKey, email, url, organisationName } = command;
    return this.send({ kind: 'member-invitation', idempotencyKey, to: email, url, organisationName });
  }

  sendContinuation({ email, ...mail }: SendContinuation): Promise<void> {
    return this.send({ kind: 'application-continuation', to: email, ...mail });
  }

  sendAccessReport({ email, ...report }: SendAccessReport): Promise<void> {
    return this.send({ kind: 'access-report', to: email, ...report });
  }

  postAccessReport(command: { organisationId: string; month: string }): Promise<void> {
    return this.post('/internal/access-report-notices', command);
  }

  private send(message: { idempotencyKey: string } & Record<string, string | number>): Promise<void> {
    return this.post('/internal/messages', message, message.idempotencyKey);
  }

  private async post(path: string, body: object, idempotencyKey?: string): Promise<void> {
    await this.client.call({
      baseUrl: this.config.NOTIFICATIONS_URL,
      audience: 'notifications',
      method: 'POST',
      path,
      body,
      ...(idempotencyKey === undefined ? {} : { idempotencyKey }),
      timeoutMs,
    });
  }
}
