import { AuthorizationFailed, oauthErrors } from '@creator-connect/contracts';
import { Outbox } from '@creator-connect/messaging';
import { currentContext } from '@creator-connect/observability';
import { type Tx, UnitOfWork } from '@creator-connect/persistence';
import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../clock';
import type { ConnectTransaction, Failure } from './domain/connect-transaction';
import { ConnectTransactionsRepository } from './persistence/connect-transactions.repository';

/** What their texts leave open: the person gets a number, with which the operator finds in the log what the platform said. */
const unexplained: ReadonlySet<string> = new Set(
  [
    oauthErrors.exchangeFailed,
    oauthErrors.platformUnavailable,
    oauthErrors.foreignToken,
    oauthErrors.scopesSurplus,
  ].map(({ code }) => code),
);

export interface FailDetails {
  /** What the platform said, redacted. */
  answer?: object;
  /** Runs in the same database transaction, and only if the attempt was still open. */
  also?: (tx: Tx) => Promise<void>;
}

/** Ends an attempt without a grant: what was staged is thrown away, and the event is written with the new status. */
@Injectable()
export class FailTransaction {
  private readonly logger = new Logger(FailTransaction.name);

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly transactions: ConnectTransactionsRepository,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async fail(transaction: ConnectTransaction, failure: Failure, { answer, also }: FailDetails = {}): Promise<void> {
    const { id: transactionId, platform } = transaction;
    const { code } = failure;
    // The log adds the same number to every line of this request.
    const reference = unexplained.has(code) ? currentContext().correlationId : undefined;
    if (reference) this.logger.warn({ transactionId, platform, code, answer }, 'an attempt failed at the platform');
    await this.unitOfWork.tenant(transaction.organisationId, async (tx) => {
      if (await this.failIn(tx, transaction, { ...failure, ...(reference && { reference }) })) await also?.(tx);
    });
  }

  /** False when it was over before. */
  async failIn(tx: Tx, transaction: ConnectTransaction, failure: Failure): Promise<boolean> {
    const { id, organisationId, influencerId, platform, flow } = transaction;
    if (!(await this.transactions.fail(tx, id, failure))) return false;
    const failedAt = this.clock.now().toISOString();
    await this.outbox.add(
      tx,
      AuthorizationFailed,
      { organisationId, influencerId, transactionId: id, platform, flow, code: failure.code, failedAt },
      { aggregateVersion: 1 },
    );
    return true;
  }
}
