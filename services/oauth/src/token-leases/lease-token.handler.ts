import { AppError, oauthErrors } from '@creator-connect/contracts';
import { UnitOfWork } from '@creator-connect/persistence';
import { Injectable } from '@nestjs/common';
import { GrantVault } from '../grants/grant-vault';
import { GrantsRepository } from '../grants/persistence/grants.repository';
import { FreshTokens } from '../refresh/fresh-tokens';

export interface LeasedToken {
  accessToken: string;
  expiresAt: string | null;
  grantVersion: number;
  platformAccountId: string;
  scopes: string[];
}

/** Hands one account's access token to a service for one run. Every opening is recorded with service and purpose. */
@Injectable()
export class LeaseTokenHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly grants: GrantsRepository,
    private readonly vault: GrantVault,
    private readonly fresh: FreshTokens,
  ) {}

  async handle(socialAccountId: string, service: string, purpose: string): Promise<LeasedToken> {
    const address = await this.grants.locate(socialAccountId);
    if (!address) throw new AppError(oauthErrors.noAuthorization);
    const grant = await this.fresh.ensure(address);
    return this.unitOfWork.tenant(grant.organisationId, async (tx) => {
      const access = { service, purpose };
      const token = await this.vault.openToken(tx, grant, 'access', access);
      if (!token) throw new AppError(oauthErrors.noAuthorization);
      const { accountId } = await this.vault.openIds(tx, grant, access);
      return {
        accessToken: token.reveal(),
        expiresAt: grant.accessExpiresAt?.toISOString() ?? null,
        grantVersion: grant.version,
        platformAccountId: accountId,
        scopes: [...grant.scopes],
      };
    });
  }
}
