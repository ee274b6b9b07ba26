import { Injectable } from '@nestjs/common';
import { AppError, accountsErrors, pausedCause, resumedCause } from '@creator-connect/contracts';
import { UnitOfWork, type Tx } from '@creator-connect/persistence';
import { afterPauseFact } from '../domain/account-status';
import type { SocialAccount } from '../domain/social-account';
import { SocialAccountRepository } from '../persistence/social-account.repository';
import { RecordFact } from '../record-fact';

export interface Owner {
  organisationId: string;
  influencerId: string;
}

/** The owner stops the collection of accounts, or lets it go on. It is their wish alone: nothing else ends a pause. */
@Injectable()
export class PauseHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: SocialAccountRepository,
    private readonly facts: RecordFact,
  ) {}

  one({ organisationId, influencerId }: Owner, accountId: string, paused: boolean): Promise<SocialAccount> {
    return this.unitOfWork.tenant(organisationId, async (tx) => {
      const account = await this.accounts.lock(tx, accountId);
      if (!account || account.reserved || account.influencerId !== influencerId) {
        throw new AppError(accountsErrors.notFound);
      }
      return this.#set(tx, account, paused, new Date());
    });
  }

  /** Every account that the owner has now; one that they connect later is collected, as they are told when they do. */
  all({ organisationId, influencerId }: Owner, paused: boolean): Promise<void> {
    return this.unitOfWork.tenant(organisationId, async (tx) => {
      const accounts = await this.accounts.lockAllOf(tx, influencerId);
      // One wish, one moment: by it others see that it is one.
      const at = new Date();
      for (const account of accounts) if (!account.reserved) await this.#set(tx, account, paused, at);
    });
  }

  async #set(tx: Tx, account: SocialAccount, paused: boolean, at: Date): Promise<SocialAccount> {
    if (paused === (account.pausedAt !== null)) return account;
    const recorded = await this.facts.record(tx, {
      accountId: account.id,
      influencerId: account.influencerId,
      eventId: null,
      cause: paused ? pausedCause : resumedCause,
      actor: 'person',
      at: at.toISOString(),
      aside: true,
      decide: (now) => afterPauseFact(now, { paused, at }),
    });
    return recorded!.account;
  }
}
