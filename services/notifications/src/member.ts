import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { AppError, requestErrors } from '@creator-connect/contracts';
import type { Identity, WithIdentity } from '@creator-connect/security';
import { organisationOf } from './tenant';

/** For what belongs to a person, which is no business of an API key, whatever its scopes. */
@Injectable()
export class MembersOnly implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const { identity } = context.switchToHttp().getRequest<WithIdentity>();
    if (identity?.kind !== 'member') throw new AppError(requestErrors.forbidden);
    return true;
  }
}

/** Who asks at a route for `MembersOnly`. */
export function memberOf(identity: Identity): { organisationId: string; userId: string; owner: boolean } {
  return { organisationId: organisationOf(identity), userId: identity.sub, owner: identity.role === 'owner' };
}
