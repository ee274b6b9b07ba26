import { Controller } from '@nestjs/common';
import { ProfileCollected, type EventEnvelope } from '@creator-connect/contracts';
import { Consumes } from '@creator-connect/messaging';
import type { Tx } from '@creator-connect/persistence';
import { SocialAccountRepository } from '../persistence/social-account.repository';

/** People rename their accounts; the platform's id stays, so only what is shown changes. */
@Controller()
export class FollowProfile {
  constructor(private readonly accounts: SocialAccountRepository) {}

  @Consumes(ProfileCollected)
  async handle({ data }: EventEnvelope<ProfileCollected>, tx: Tx): Promise<void> {
    await this.accounts.rename(tx, data.accountId, data.handle, data.displayName);
  }
}
