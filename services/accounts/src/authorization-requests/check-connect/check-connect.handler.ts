import { Injectable } from '@nestjs/common';
import { AppError, accountsErrors, type Platform } from '@creator-connect/contracts';
import { UnitOfWork } from '@creator-connect/persistence';
import { ApplicationRepository } from '../../applications/persistence/application.repository';
import { SocialAccountRepository } from '../../social-accounts/persistence/social-account.repository';
import { AuthorizationRequestRepository } from '../persistence/authorization-request.repository';

export interface ConnectQuestion {
  organisationId: string;
  influencerId: string;
  authorizationRequestId: string | null;
  /** Asked for an applicant; the influencer is the one they may become. */
  application: boolean;
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
    private readonly applications: ApplicationRepository,
  ) {}

  handle(question: ConnectQuestion): Promise<ConnectExpectation> {
    return this.unitOfWork.tenant(question.organisationId, async (tx) => {
      const { authorizationRequestId, socialAccountId, influencerId, platform } = question;
      if (question.application) {
        if (!(await this.applications.holdDraft(tx, influencerId)))
          throw new AppError(accountsErrors.applicationClosed);
        return { expectedPlatformAccountId: null, expectedHandle: null, needsProof: false };
      }
      const request = authorizationRequestId
        ? await this.requests.holdOpen(tx, authorizationRequestId, influencerId)
        : undefined;
      if (authorizationRequestId && !request) throw new AppError(accountsErrors.requestClosed);
      const asked = request?.items.filter((item) => item.platform === platform);
      // A link is for what was asked; what else the person wants to connect, they add in their dashboard.
      const within = asked?.some((item) => !socialAccountId || item.socialAccountId === socialAccountId) ?? true;
      if (!within) throw new AppError(accountsErrors.notFound);
      if (!socialAccountId) {
        const fresh = asked?.find((item) => item.socialAccountId === null && !item.done);
        return { expectedPlatformAccountId: null, expectedHandle: fresh?.handle ?? null, needsProof: true };
      }
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
