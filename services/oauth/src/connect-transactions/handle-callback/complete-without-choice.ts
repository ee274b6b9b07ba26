import { AppError } from '@creator-connect/contracts';
import { Injectable, Logger } from '@nestjs/common';
import { ConfirmConnectTransactionHandler } from '../confirm-connect-transaction/confirm-connect-transaction.handler';
import type { ConnectTransaction } from '../domain/connect-transaction';
import type { StagedGrant } from '../staged-grant';

/** Where a consent opens one account and it is the expected one, there is nothing to choose. */
@Injectable()
export class CompleteWithoutChoice {
  private readonly logger = new Logger(CompleteWithoutChoice.name);

  constructor(private readonly confirming: ConfirmConnectTransactionHandler) {}

  /** What stands in the way leaves the attempt at the choice, where the person meets the reason on pressing Confirm. */
  async tryComplete(transaction: ConnectTransaction, staged: StagedGrant): Promise<void> {
    const [only, ...others] = staged.candidates;
    if (!only?.eligible || others.length > 0) return;
    try {
      await this.confirming.complete(transaction, [only.id]);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      this.logger.warn({ code: error.code, transactionId: transaction.id }, 'an attempt waits for its confirmation');
    }
  }
}
