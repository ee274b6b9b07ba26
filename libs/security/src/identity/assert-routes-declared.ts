import type { ModulesContainer } from '@nestjs/core';
import { declaredRoutes } from './declared-routes';

/** A route nobody decided about. */
export class UndeclaredRoutes extends Error {
  override readonly name = 'UndeclaredRoutes';
}

/** Throws when a route has neither a permission nor a service nor is declared public (security TE-07). */
export function assertRoutesDeclared(modules: ModulesContainer): void {
  const bare = declaredRoutes(modules).filter(({ access }) => access === undefined);
  if (bare.length === 0) return;
  const names = bare.map(({ method, handler }) => `${method} ${handler}`).join(', ');
  throw new UndeclaredRoutes(`These routes declare no permission: ${names}`);
}
