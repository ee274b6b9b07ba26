import { Injectable } from '@nestjs/common';
import { AppError } from '@creator-connect/contracts';
import { AccountDirectory } from '../peers/account-directory';
import type { Invite } from './domain/invite';
import { RecordOutcome } from './record-outcome';

/** Somebody joined. Who was invited by handle gets their account now: TTCM, NON_AUTH, tracked (product.md 6). */
@Injectable()
export class AcceptInvite {
  constructor(
    private readonly directory: AccountDirectory,
    private readonly outcomes: RecordOutcome,
  ) {}

  async accept(invite: Invite): Promise<void> {
    if (invite.accountId !== null) return this.outcomes.accepted(invite);
    await this.outcomes.accepted({ ...invite, accountId: await this.#account(invite) });
  }

  /** Null where no account can be added: the influencer is gone, or another one has it. */
  async #account(invite: Invite): Promise<string | null> {
    try {
      return await this.directory.addJoined(invite);
    } catch (error) {
      if (error instanceof AppError && !error.retryable) return null;
      throw error;
    }
  }
}
