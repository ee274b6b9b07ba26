import { AppError, oauthErrors } from '@creator-connect/contracts';
import { UnitOfWork } from '@creator-connect/persistence';
import { type Identity } from '@creator-connect/security';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../clock';
import { RevocationsRepository } from '../../revocation/revocations.repository';
import { VerificationsRepository } from '../../verification/verifications.repository';
import { endForPerson, isEndUnknown, isRenewable } from '../domain/ends';
import type { Grant } from '../domain/grant';
import { GrantsRepository } from '../persistence/grants.repository';
import type { AuthorizationResponse, NextEndResponse } from './authorization.dto';
import { fieldPromise } from './field-promise';

@Injectable()
export class ReadAuthorizationHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly grants: GrantsRepository,
    private readonly revocations: RevocationsRepository,
    private readonly verifications: VerificationsRepository,
    private readonly clock: Clock,
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
        nextEnd: nextEndOf(grant, this.clock.now()),
        fields: fieldPromise(grant.platform, grant.state === 'live', grant.scopes),
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

const dayMs = 86_400_000;

function nextEndOf(grant: Grant, now: Date): NextEndResponse {
  const end = endForPerson(grant);
  const left = end && Math.max(0, Math.floor((end.getTime() - now.getTime()) / dayMs));
  const renewal = isRenewable(grant) ? 'automatic' : 'by_person';
  return { at: end?.toISOString() ?? null, daysLeft: left, renewal, unknown: isEndUnknown(grant) };
}
