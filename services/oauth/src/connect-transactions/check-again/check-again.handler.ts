import { AppError, oauthErrors, requestErrors } from '@creator-connect/contracts';
import { UnitOfWork } from '@creator-connect/persistence';
import { type GrantTokens, PlatformError } from '@creator-connect/platforms';
import { Injectable } from '@nestjs/common';
import { PlatformHashes } from '../../grants/vault/platform-hashes';
import { answerForLog } from '../../platforms/answer-for-log';
import { ConnectPlatforms } from '../../platforms/connect-platform';
import { type Actor, type ConnectTransaction, isStarter } from '../domain/connect-transaction';
import { FailTransaction } from '../fail-transaction';
import { type JudgedGrant, judgeGrant } from '../handle-callback/judge-grant';
import { failureOfPlatform } from '../handle-callback/platform-failure';
import { RefuseGrant } from '../handle-callback/refuse-grant';
import { ConnectTransactionsRepository } from '../persistence/connect-transactions.repository';
import type { StagedGrant } from '../staged-grant';
import { StagedGrants } from '../staged-grants';

/**
 * "Check again": the staged grant is inspected and its accounts are listed once more, without a new login. What was
 * repaired at the platform meanwhile shows; nothing is stored.
 */
@Injectable()
export class CheckAgainHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly transactions: ConnectTransactionsRepository,
    private readonly stagedGrants: StagedGrants,
    private readonly platforms: ConnectPlatforms,
    private readonly hashes: PlatformHashes,
    private readonly failing: FailTransaction,
    private readonly refusing: RefuseGrant,
  ) {}

  async handle(actor: Actor, transactionId: string): Promise<void> {
    const { organisationId } = actor;
    const { transaction, staged } = await this.claim(actor, transactionId);
    try {
      const judged = await this.look(transaction, staged);
      if ('refused' in judged) return await this.refusing.refuse(transaction, judged.refused, tokensOf(staged));
      await this.unitOfWork.tenant(organisationId, (tx) => this.stagedGrants.restage(tx, transaction, judged.staged));
    } catch (error) {
      if (!(error instanceof PlatformError)) throw error;
      const failure = failureOfPlatform(error);
      if (failure.code === oauthErrors.platformUnavailable.code) {
        throw new AppError(oauthErrors.platformUnavailable, { cause: error });
      }
      await this.failing.fail(transaction, failure, { answer: answerForLog(error.answer) });
    } finally {
      await this.unitOfWork.tenant(organisationId, (tx) => this.transactions.releaseConfirm(tx, transactionId));
    }
  }

  /** Not while a confirm is at work, nor twice at a time. */
  private claim(
    actor: Actor,
    transactionId: string,
  ): Promise<{ transaction: ConnectTransaction; staged: StagedGrant }> {
    return this.unitOfWork.tenant(actor.organisationId, async (tx) => {
      const transaction = await this.transactions.find(tx, transactionId);
      if (!transaction || !isStarter(transaction, actor)) throw new AppError(requestErrors.notFound);
      if (!(await this.transactions.claimConfirm(tx, transactionId))) {
        throw new AppError(oauthErrors.transactionFinished);
      }
      return { transaction, staged: await this.stagedGrants.open(tx, transaction, 'check_again') };
    });
  }

  private look(transaction: ConnectTransaction, staged: StagedGrant): Promise<JudgedGrant> {
    const { platform, appRegistration, expectedAccountHash: accountHash, expectedHandle: handle } = transaction;
    return judgeGrant(this.platforms.get(platform), tokensOf(staged), {
      expectation: { accountHash, handle },
      hashOf: (name, id) => this.hashes.account(name, id),
      hashOfPerson: (id) => this.hashes.person(platform, appRegistration, id),
    });
  }
}

function tokensOf(staged: StagedGrant): GrantTokens {
  return {
    accessToken: staged.personToken,
    accessExpiresAt: staged.personTokenExpiresAt,
    refreshToken: staged.refreshToken,
    refreshExpiresAt: staged.refreshExpiresAt,
    scopes: staged.scopes,
    platformUserId: staged.personId,
  };
}
