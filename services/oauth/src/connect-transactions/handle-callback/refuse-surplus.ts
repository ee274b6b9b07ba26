import { countAlarm } from '@creator-connect/observability';
import type { Tx } from '@creator-connect/persistence';
import type { AccessToken } from '@creator-connect/platforms';
import { Secret } from '@creator-connect/security';
import { Injectable, Logger } from '@nestjs/common';
import type { ConnectTransaction, Failure } from '../domain/connect-transaction';
import { FailTransaction } from '../fail-transaction';
import { TakeBackConsent } from '../take-back-consent';

/** A grant that allows more than reading is never held: nothing is stored, the platform is told, somebody is alarmed (OC-09). */
@Injectable()
export class RefuseSurplus {
  private readonly logger = new Logger(RefuseSurplus.name);

  constructor(
    private readonly failing: FailTransaction,
    private readonly consents: TakeBackConsent,
  ) {}

  async refuse(
    transaction: ConnectTransaction,
    failure: Failure,
    { personId, token, answer }: { personId: string; token: AccessToken; answer: object },
  ): Promise<void> {
    const { organisationId, platform } = transaction;
    countAlarm('scopes_surplus');
    this.logger.error({ alarm: 'scopes_surplus', platform, organisationId }, 'a platform granted more than was asked');
    const consent = { personId, token: Secret.of(token.reveal()), tokenExpiresAt: null, refreshToken: null };
    const also = (tx: Tx) => this.consents.takeBack(tx, transaction, 'scopes_surplus', consent);
    await this.failing.fail(transaction, failure, { answer, also });
  }
}
