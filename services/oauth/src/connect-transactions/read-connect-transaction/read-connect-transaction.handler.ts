import { AppError, requestErrors } from '@creator-connect/contracts';
import { type Tx, UnitOfWork } from '@creator-connect/persistence';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../clock';
import { type Actor, type ConnectTransaction, isStarter, publicStatus } from '../domain/connect-transaction';
import { ConnectTransactionsRepository } from '../persistence/connect-transactions.repository';
import { Siblings } from '../siblings/siblings';
import type { StagedCandidate } from '../staged-grant';
import { StagedGrants } from '../staged-grants';
import { diagnosisOfFailure, diagnosisOfStaged, errorOf, leftOutOf } from './explain';
import type { CandidateResponse, ReadConnectTransactionResponse } from './read-connect-transaction.dto';

@Injectable()
export class ReadConnectTransactionHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly transactions: ConnectTransactionsRepository,
    private readonly stagedGrants: StagedGrants,
    private readonly siblings: Siblings,
    private readonly clock: Clock,
  ) {}

  async handle(actor: Actor, transactionId: string): Promise<ReadConnectTransactionResponse> {
    return this.unitOfWork.tenant(actor.organisationId, async (tx) => {
      const transaction = await this.transactions.find(tx, transactionId);
      if (!transaction || !isStarter(transaction, actor)) throw new AppError(requestErrors.notFound);
      const status = publicStatus(transaction, this.clock.now());
      const staged = status === 'SETUP_UNFINISHED' ? await this.stagedGrants.open(tx, transaction, 'choice') : null;
      const diagnosis = staged ? diagnosisOfStaged(staged) : status === 'FAILED' && diagnosisOfFailure(transaction);
      return {
        id: transaction.id,
        platform: transaction.platform,
        status,
        candidates: (staged?.candidates ?? []).map(candidateResponse),
        socialAccountIds: [...transaction.socialAccountIds],
        leftOut: leftOutOf(transaction),
        lostSiblings: await this.lostSiblings(tx, actor, transaction),
        canAddAsNew: actor.proven,
        ...(diagnosis && { diagnosis }),
        ...(status === 'FAILED' && { error: errorOf(transaction) }),
      };
    });
  }

  /** Whoever only holds a link learns nothing of the invited person's other accounts. */
  private async lostSiblings(tx: Tx, { proven }: Actor, { lostSiblingIds }: ConnectTransaction) {
    return proven ? this.siblings.named(tx, lostSiblingIds) : [];
  }
}

function candidateResponse(candidate: StagedCandidate): CandidateResponse {
  const { id, handle, name, pictureUrl, followers, eligible, reason, pageName } = candidate;
  return {
    id,
    handle,
    name,
    pictureUrl,
    followers,
    eligible,
    ...(reason !== null && { reason }),
    ...(pageName !== null && { pageName }),
  };
}
