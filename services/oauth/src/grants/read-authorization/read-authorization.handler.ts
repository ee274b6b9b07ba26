import { AppError, oauthErrors } from '@creator-connect/contracts';
import { UnitOfWork } from '@creator-connect/persistence';
import { type Identity } from '@creator-connect/security';
import { Injectable } from '@nestjs/common';
import { RevocationsRepository } from '../../revocation/revocations.repository';
import { VerificationsRepository } from '../../verification/verifications.repository';
import { GrantsRepository } from '../persistence/grants.repository';
import type { AuthorizationResponse } from './authorization.dto';

@Injectable()
export class ReadAuthorizationHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly grants: GrantsRepository,
    private readonly revocations: RevocationsRepository,
    private readonly verifications: VerificationsRepository,
  ) {}

  handle(identity: Identity, socialAccountId: string): Promise<AuthorizationResponse> {
    if (!identity.org) throw new AppError(oauthErrors.noAuthorization);
    return this.unitOfWork.tenant(identity.org, async (tx) => {
      const grant = await this.grants.findByAccount(tx, socialAccountId);
      const own = identity.kind === 'influencer' || identity.kind === 'link' ? identity.influencer : undefined;
      if (!grant || (own !== undefined && grant.influencerId !== own)) throw new AppError(oauthErrors.noAuthorization);
      const receipt = await this.revocations.newestOf(tx, socialAccountId);
      const look = await this.verifications.lastLook(tx, grant.id);
      return {
        socialAccountId,
        platform: grant.platform,
        state: grant.state,
        scopes: [...grant.scopes],
        missingScopes: [...grant.missingScopes],
        authorizedBy: grant.authorizedBy,
        authorizedAt: grant.authorizedAt.toISOString(),
        flow: grant.flow,
        dataAccessUntil: grant.dataAccessExpiresAt?.toISOString() ?? null,
        renewableUntil: grant.refreshExpiresAt?.toISOString() ?? null,
        cause: grant.end?.cause ?? null,
        rule: grant.end?.rule ?? null,
        platformAnswer: grant.end?.answer ?? null,
        endedAt: grant.end?.observedAt.toISOString() ?? null,
        checkedAt: look?.checkedAt.toISOString() ?? null,
        lastOutcome: look?.outcome ?? null,
        receipt:
          // An older consent of this account may have left a receipt too.
          grant.state === 'revoked' && receipt && receipt.tokensDestroyedAt >= grant.authorizedAt
            ? {
                outcome: receipt.outcome,
                tokenDestroyedAt: receipt.tokensDestroyedAt.toISOString(),
                platformToldAt: receipt.platformToldAt?.toISOString() ?? null,
              }
            : null,
      };
    });
  }
}
