import { AppError, oauthErrors, requestErrors } from '@creator-connect/contracts';
import { UnitOfWork } from '@creator-connect/persistence';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../clock';
import { StoreGrant } from '../../grants/store-grant';
import { RevocationOrdersRepository } from '../../revocation/orders/revocation-orders.repository';
import { DiscardHandler } from '../discard/discard.handler';
import { type Actor, type ConnectTransaction, isStarter, publicStatus } from '../domain/connect-transaction';
import { ConnectTransactionsRepository } from '../persistence/connect-transactions.repository';
import type { StagedGrant } from '../staged-grant';
import { StagedGrants } from '../staged-grants';
import { newGrantFrom } from './new-grant';
import { ReserveCandidates } from './reserve-candidates';

@Injectable()
export class ConfirmConnectTransactionHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly transactions: ConnectTransactionsRepository,
    private readonly stagedGrants: StagedGrants,
    private readonly reserving: ReserveCandidates,
    private readonly storing: StoreGrant,
    private readonly orders: RevocationOrdersRepository,
    private readonly discarding: DiscardHandler,
    private readonly clock: Clock,
  ) {}

  async handle(actor: Actor, transactionId: string, candidateIds: readonly string[]): Promise<void> {
    const transaction = await this.unitOfWork.tenant(actor.organisationId, (tx) =>
      this.transactions.find(tx, transactionId),
    );
    if (!transaction || !isStarter(transaction, actor)) throw new AppError(requestErrors.notFound);
    if (publicStatus(transaction, this.clock.now()) !== 'SETUP_UNFINISHED')
      throw new AppError(oauthErrors.transactionFinished);
    await this.complete(transaction, candidateIds);
  }

  /**
   * Grants, consents, events and the attempt's end in one database transaction, or nothing of it. Of several accounts
   * those are connected that can be; the attempt says which were left out, and why.
   */
  async complete(transaction: ConnectTransaction, candidateIds: readonly string[]): Promise<void> {
    const { id, organisationId } = transaction;
    const staged = await this.claim(transaction);
    try {
      const { reserved, refused } = await this.reserving.reserve(transaction, staged, candidateIds);
      if (reserved.length === 0 && refused[0]) throw refused[0].error;
      await this.unitOfWork.tenant(organisationId, async (tx) => {
        const socialAccountIds = reserved.map((one) => one.socialAccountId);
        const leftOut = refused.map(({ handle, error }) => ({ handle, code: error.code }));
        await this.orders.holdOff(tx);
        if (await this.orders.against(tx, id)) throw new AppError(oauthErrors.discarded);
        const at = await this.transactions.complete(tx, id, { socialAccountIds, leftOut });
        if (!at) throw new AppError(oauthErrors.transactionFinished);
        for (const one of reserved) await this.storing.store(tx, newGrantFrom(transaction, staged, one, at));
      });
    } catch (error) {
      const isOrdered = error instanceof AppError && error.code === oauthErrors.discarded.code;
      await this.unitOfWork.tenant(organisationId, (tx) =>
        // The person may choose again while the staged grant lasts; nothing was stored.
        isOrdered ? this.discarding.discardById(tx, id) : this.transactions.releaseConfirm(tx, id),
      );
      throw error;
    }
  }

  /** Two confirms at once: one wins (security AL-05). */
  private async claim(transaction: ConnectTransaction): Promise<StagedGrant> {
    return this.unitOfWork.tenant(transaction.organisationId, async (tx) => {
      if (!(await this.transactions.claimConfirm(tx, transaction.id))) {
        throw new AppError(oauthErrors.transactionFinished);
      }
      return this.stagedGrants.open(tx, transaction, 'confirm');
    });
  }
}
