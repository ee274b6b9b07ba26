import { Injectable } from '@nestjs/common';
import { AppError, accountsErrors, type Platform } from '@creator-connect/contracts';
import { UnitOfWork } from '@creator-connect/persistence';
import { SocialAccountRepository } from '../../social-accounts/persistence/social-account.repository';
import { AuthorizationRequestRepository } from '../persistence/authorization-request.repository';

export interface ConnectQuestion {
  organisationId: string;
  influencerId: string;
  authorizationRequestId: string | null;
  platform: Platform;
  socialAccountId: string | null;
}

export interface ConnectExpectation {
  /** The account that must come back; null when any of the person's will do. */
  expectedPlatformAccountId: string | null;
  expectedHandle: string | null;
  needsProof: boolean;
}

/** Asked before the platform opens: is this still wanted, and which account must come back? */
@Injectable()
export class CheckConnectHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: SocialAccountRepository,
    private readonly requests: AuthorizationRequestRepository,
  ) {}

  handle(question: ConnectQuestion): Promise<ConnectExpectation> {
    return this.unitOfWork.tenant(question.organisationId, async (tx) => {
      const { authorizationRequestId, socialAccountId, influencerId, platform } = question;
      if (authorizationRequestId && !(await this.requests.isOpen(tx, authorizationRequestId))) {
        throw new AppError(accountsErrors.requestClosed);
      }
      if (!socialAccountId) return { expectedPlatformAccountId: null, expectedHandle: null, needsProof: true };
      const account = await this.accounts.find(tx, socialAccountId);
      if (!account || account.influencerId !== influencerId || account.platform !== platform) {
        throw new AppError(accountsErrors.notFound);
      }
      const known = account.platformAccountId !== null;
      return {
        expectedPlatformAccountId: account.platformAccountId,
        expectedHandle: account.handle,
        needsProof: !known,
      };
    });
  }
}
