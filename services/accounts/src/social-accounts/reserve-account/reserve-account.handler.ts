import { Injectable } from '@nestjs/common';
import { AppError, accountsErrors, newId, type Platform } from '@creator-connect/contracts';
import { UnitOfWork } from '@creator-connect/persistence';
import { AuthorizationRequestRepository } from '../../authorization-requests/persistence/authorization-request.repository';
import { SocialAccountRepository } from '../persistence/social-account.repository';

export interface ReserveAccount {
  organisationId: string;
  influencerId: string;
  platform: Platform;
  platformAccountId: string;
  handle: string;
  displayName: string;
  expectedSocialAccountId?: string | undefined;
  authorizationRequestId?: string | undefined;
}

/** Finds or reserves the id under which a connection will be stored. Idempotent by the platform's own id. */
@Injectable()
export class ReserveAccountHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: SocialAccountRepository,
    private readonly requests: AuthorizationRequestRepository,
  ) {}

  async handle(command: ReserveAccount): Promise<{ socialAccountId: string; first: boolean }> {
    return this.unitOfWork.tenant(command.organisationId, async (tx) => {
      const { authorizationRequestId, expectedSocialAccountId } = command;
      if (authorizationRequestId && !(await this.requests.isOpen(tx, authorizationRequestId))) {
        throw new AppError(accountsErrors.requestClosed);
      }
      if (expectedSocialAccountId) {
        const expected = await this.accounts.find(tx, expectedSocialAccountId);
        if (expected?.platformAccountId && expected.platformAccountId !== command.platformAccountId) {
          throw new AppError(accountsErrors.otherAccount, { extra: { expectedHandle: expected.handle } });
        }
      }
      const account = await this.accounts.reserve(tx, { id: newId(), ...command });
      if (!account) throw new AppError(accountsErrors.notFound);
      if (account.influencerId !== command.influencerId) throw new AppError(accountsErrors.alreadyConnected);
      return { socialAccountId: account.id, first: account.grantVersion === 0 };
    });
  }
}
