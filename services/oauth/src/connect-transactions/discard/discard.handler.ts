import { AppError, oauthErrors, requestErrors } from '@creator-connect/contracts';
import { type Tx, UnitOfWork } from '@creator-connect/persistence';
import { Injectable } from '@nestjs/common';
import { type Actor, type ConnectTransaction, isStarter } from '../domain/connect-transaction';
import { FailTransaction } from '../fail-transaction';
import { ConnectTransactionsRepository } from '../persistence/connect-transactions.repository';
import type { StagedGrant } from '../staged-grant';
import { StagedGrants } from '../staged-grants';
import { TakeBackConsent } from '../take-back-consent';

/**
 * "Discard": the attempt is over, what was staged is destroyed, and the platform is told when it can be. Asked again, nothing
 * more happens. Of a discard and a confirmation at once one wins.
 */
@Injectable()
export class DiscardHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly transactions: ConnectTransactionsRepository,
    private readonly stagedGrants: StagedGrants,
    private readonly failing: FailTransaction,
    private readonly consents: TakeBackConsent,
  ) {}

  async handle(actor: Actor, transactionId: string): Promise<void> {
    await this.unitOfWork.tenant(actor.organisationId, async (tx) => {
      const transaction = await this.transactions.find(tx, transactionId);
      if (!transaction || !isStarter(transaction, actor)) throw new AppError(requestErrors.notFound);
      if (transaction.status === 'FAILED') return;
      // The list showed one for all of them: none may come up in its place.
      for (const older of await this.transactions.replacedBy(tx, transaction)) await this.discard(tx, older);
      const isDiscarded = await this.discard(tx, transaction);
      if (!isDiscarded && !(await this.isOver(tx, transactionId))) throw new AppError(oauthErrors.transactionFinished);
    });
  }

  /** For an order to revoke. What can not be read any more is destroyed nevertheless, and the platform not told. */
  async discardById(tx: Tx, transactionId: string): Promise<void> {
    const transaction = await this.transactions.find(tx, transactionId);
    if (!transaction) return;
    try {
      await this.discard(tx, transaction);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      const isDiscarded = await this.failing.failIn(tx, transaction, { code: oauthErrors.discarded.code });
      if (isDiscarded) await this.consents.giveUp(tx, transaction);
    }
  }

  private async discard(tx: Tx, transaction: ConnectTransaction): Promise<boolean> {
    // Read before, for it goes with the attempt.
    const staged = await this.stagedGrants.kept(tx, transaction, 'discard');
    const isDiscarded = await this.failing.failIn(tx, transaction, { code: oauthErrors.discarded.code });
    if (isDiscarded && staged) await this.takeBack(tx, transaction, staged);
    return isDiscarded;
  }

  /** Also for a callback that finds its attempt discarded: its grant was never staged. */
  async takeBack(tx: Tx, transaction: ConnectTransaction, staged: StagedGrant): Promise<void> {
    const { personId, personToken: token, personTokenExpiresAt: tokenExpiresAt, refreshToken } = staged;
    await this.consents.takeBack(tx, transaction, 'discarded', { personId, token, tokenExpiresAt, refreshToken });
  }

  /** Connected meanwhile, it is not to be discarded but to be revoked. */
  private async isOver(tx: Tx, transactionId: string): Promise<boolean> {
    return (await this.transactions.find(tx, transactionId))?.status === 'FAILED';
  }
}
