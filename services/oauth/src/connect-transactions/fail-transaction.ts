import { AuthorizationFailed } from '@creator-connect/contracts';
import { Outbox } from '@creator-connect/messaging';
import { type Tx, UnitOfWork } from '@creator-connect/persistence';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock';
import type { ConnectTransaction, Failure } from './domain/connect-transaction';
import { ConnectTransactionsRepository } from './persistence/connect-transactions.repository';

/** Ends an attempt without a grant: what was staged is thrown away, and the event is written with the new status. */
@Injectable()
export class FailTransaction {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly transactions: ConnectTransactionsRepository,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** `also` runs in the same database transaction, and only if the attempt was still open. */
  async fail(transaction: ConnectTransaction, failure: Failure, also?: (tx: Tx) => Promise<void>): Promise<void> {
    const { id, organisationId, influencerId, platform, flow } = transaction;
    await this.unitOfWork.tenant(organisationId, async (tx) => {
      if (!(await this.transactions.fail(tx, id, failure))) return;
      const failedAt = this.clock.now().toISOString();
      await this.outbox.add(
        tx,
        AuthorizationFailed,
        { organisationId, influencerId, transactionId: id, platform, flow, code: failure.code, failedAt },
        { aggregateVersion: 1 },
      );
      await also?.(tx);
    });
  }
}
