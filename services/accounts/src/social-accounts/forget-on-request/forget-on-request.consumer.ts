import { DataDeletionRequested, type EventEnvelope } from '@creator-connect/contracts';
import { Consumes } from '@creator-connect/messaging';
import type { Tx } from '@creator-connect/persistence';
import { Controller } from '@nestjs/common';
import { SocialAccountRepository } from '../persistence/social-account.repository';

/** The platform's names of a person whose data must go. The platform's id stays: by it the same account is found again. */
@Controller()
export class ForgetOnRequest {
  constructor(private readonly accounts: SocialAccountRepository) {}

  @Consumes(DataDeletionRequested)
  async handle({ data }: EventEnvelope<DataDeletionRequested>, tx: Tx): Promise<void> {
    await this.accounts.rename(tx, data.accountId, 'deleted', '');
  }
}
