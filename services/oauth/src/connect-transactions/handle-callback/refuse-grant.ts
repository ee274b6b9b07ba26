import { countAlarm } from '@creator-connect/observability';
import type { Tx } from '@creator-connect/persistence';
import type { GrantTokens } from '@creator-connect/platforms';
import { Injectable, Logger } from '@nestjs/common';
import type { ConnectTransaction } from '../domain/connect-transaction';
import { FailTransaction } from '../fail-transaction';
import { secret } from '../staged-grant';
import { TakeBackConsent } from '../take-back-consent';
import type { RefusedGrant } from './judge-grant';

/**
 * A grant that may not be held: nothing is stored, and the platform is told where nothing can rest on it. One that allows
 * more than reading alarms somebody (OC-09).
 */
@Injectable()
export class RefuseGrant {
  private readonly logger = new Logger(RefuseGrant.name);

  constructor(
    private readonly failing: FailTransaction,
    private readonly consents: TakeBackConsent,
  ) {}

  async refuse(
    transaction: ConnectTransaction,
    { failure, takeBack, answer }: RefusedGrant,
    tokens: GrantTokens,
  ): Promise<void> {
    if (!takeBack) return this.failing.fail(transaction, failure, { answer });
    const { personId, reason } = takeBack;
    if (reason === 'scopes_surplus') this.alarm(transaction);
    const consent = {
      personId,
      token: secret(tokens.accessToken),
      tokenExpiresAt: tokens.accessExpiresAt,
      refreshToken: tokens.refreshToken && secret(tokens.refreshToken),
    };
    const also = (tx: Tx) => this.consents.takeBack(tx, transaction, reason, consent);
    await this.failing.fail(transaction, failure, { answer, also });
  }

  private alarm({ organisationId, platform }: ConnectTransaction): void {
    countAlarm('scopes_surplus');
    this.logger.error({ alarm: 'scopes_surplus', platform, organisationId }, 'a platform granted more than was asked');
  }
}
