import { AppError, errorCatalogue, oauthErrors, requestErrors } from '@creator-connect/contracts';
import { UnitOfWork } from '@creator-connect/persistence';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../clock';
import {
  type Actor,
  type ConnectTransaction,
  type Failure,
  isStarter,
  publicStatus,
} from '../domain/connect-transaction';
import { ConnectTransactionsRepository } from '../persistence/connect-transactions.repository';
import type { StagedCandidate } from '../staged-grant';
import { StagedGrants } from '../staged-grants';
import type { CandidateResponse, ReadConnectTransactionResponse } from './read-connect-transaction.dto';

@Injectable()
export class ReadConnectTransactionHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly transactions: ConnectTransactionsRepository,
    private readonly stagedGrants: StagedGrants,
    private readonly clock: Clock,
  ) {}

  async handle(actor: Actor, transactionId: string): Promise<ReadConnectTransactionResponse> {
    return this.unitOfWork.tenant(actor.organisationId, async (tx) => {
      const transaction = await this.transactions.find(tx, transactionId);
      if (!transaction || !isStarter(transaction, actor)) throw new AppError(requestErrors.notFound);
      const status = publicStatus(transaction, this.clock.now());
      const candidates =
        status === 'CHOOSE' ? (await this.stagedGrants.open(tx, transaction, 'choice')).candidates : [];
      return {
        id: transaction.id,
        platform: transaction.platform,
        status,
        candidates: candidates.map(candidateResponse),
        socialAccountIds: [...transaction.socialAccountIds],
        ...(status === 'FAILED' && { error: errorOf(transaction) }),
      };
    });
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

function errorOf(transaction: ConnectTransaction) {
  // Not failed by anything, so its time ran out.
  const failure: Failure = transaction.failure ?? { code: oauthErrors.stateInvalid.code };
  const definition = errorCatalogue.find((entry) => entry.code === failure.code) ?? oauthErrors.exchangeFailed;
  const { code, title, nextStep } = definition;
  const { missingScopes, expectedHandle, arrivedHandle } = failure;
  return {
    code,
    title,
    nextStep,
    ...(missingScopes && { missingScopes: [...missingScopes] }),
    ...(expectedHandle && { expectedHandle }),
    ...(arrivedHandle && { arrivedHandle }),
  };
}
