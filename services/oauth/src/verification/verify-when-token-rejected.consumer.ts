import { type EventEnvelope, TokenRejected } from '@creator-connect/contracts';
import { Consumes } from '@creator-connect/messaging';
import type { Tx } from '@creator-connect/persistence';
import { Controller } from '@nestjs/common';
import { GrantsRepository } from '../grants/persistence/grants.repository';
import { VerificationsRepository } from './verifications.repository';

/** A refused token is a reason to look, never a verdict: the platform is asked outside of this transaction. */
@Controller()
export class VerifyWhenTokenRejected {
  constructor(
    private readonly grants: GrantsRepository,
    private readonly verifications: VerificationsRepository,
  ) {}

  @Consumes(TokenRejected)
  async handle({ data }: EventEnvelope<TokenRejected>, tx: Tx): Promise<void> {
    const grant = await this.grants.lockByAccount(tx, data.accountId);
    if (grant?.state !== 'live' || grant.version !== data.grantVersion) return;
    await this.verifications.ask(tx, grant, data.rule);
  }
}
