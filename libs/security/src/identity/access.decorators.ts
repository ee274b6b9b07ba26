import { createParamDecorator, SetMetadata, type ExecutionContext } from '@nestjs/common';
import type { Identity } from './identity';
import type { Permission } from './permissions';

export const accessKey = 'connect:access';

/** What a route demands. Every route declares one; without it the service does not start (security TE-07). */
export type Access =
  | { kind: 'public' }
  | { kind: 'permission'; permission: Permission }
  | { kind: 'service'; services: readonly string[] };

/** For people and API keys that hold this permission. */
export const RequirePermission = (permission: Permission) =>
  SetMetadata(accessKey, { kind: 'permission', permission } satisfies Access);

/** For everybody; the route protects itself (a signed webhook, a one-time token). */
export const PublicRoute = () => SetMetadata(accessKey, { kind: 'public' } satisfies Access);

/** For these services only. */
export const ServiceRoute = (...services: string[]) =>
  SetMetadata(accessKey, { kind: 'service', services } satisfies Access);

export interface WithIdentity {
  identity?: Identity;
}

/** Who asks, as checked by the guard. Undefined only on a public route without an identity. */
export const CurrentIdentity = createParamDecorator(
  (_data: unknown, context: ExecutionContext): Identity | undefined =>
    context.switchToHttp().getRequest<WithIdentity>().identity,
);
