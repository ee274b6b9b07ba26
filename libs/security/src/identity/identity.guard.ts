import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AppError, requestErrors } from '@creator-connect/contracts';
import { annotateContext } from '@creator-connect/observability';
import { accessKey, type Access, type WithIdentity } from './access.decorators';
import { identityHeader, type Identity } from './identity';
import { IdentityVerifier } from './identity-verifier';
import { allows } from './permissions';

type AnyRequest = WithIdentity & { headers: Record<string, string | string[] | undefined> };

/** Deny by default: checks the signed identity and what the route demands of it. Events are not its business. */
@Injectable()
export class IdentityGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly verifier: IdentityVerifier,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() !== 'http') return true;
    const access = this.reflector.getAllAndOverride<Access | undefined>(accessKey, [
      context.getHandler(),
      context.getClass(),
    ]);
    const request = context.switchToHttp().getRequest<AnyRequest>();
    const token = request.headers[identityHeader];
    if (typeof token === 'string') {
      request.identity = await this.verifier.verify(token);
      annotateContext({ organisationId: request.identity.org, actor: request.identity.sub });
    }
    if (access?.kind === 'public') return true;
    if (!request.identity) throw new AppError(requestErrors.unauthenticated);
    if (!access || !mayPass(request.identity, access)) throw new AppError(requestErrors.forbidden);
    return true;
  }
}

function mayPass(identity: Identity, access: Exclude<Access, { kind: 'public' }>): boolean {
  if (access.kind === 'service') return identity.kind === 'service' && access.services.includes(identity.sub);
  return allows(identity, access.permission);
}
