import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants';
import { MetadataScanner, type ModulesContainer } from '@nestjs/core';
import { accessKey } from './access.decorators';

/** A route nobody decided about. */
export class UndeclaredRoutes extends Error {
  override readonly name = 'UndeclaredRoutes';
}

/** Throws when a route has neither a permission nor a service nor is declared public (security TE-07). */
export function assertRoutesDeclared(modules: ModulesContainer): void {
  const scanner = new MetadataScanner();
  const bare: string[] = [];
  for (const module of modules.values()) {
    for (const { metatype } of module.controllers.values()) {
      if (typeof metatype !== 'function') continue;
      const prototype = metatype.prototype as Record<string, unknown>;
      for (const name of scanner.getAllMethodNames(prototype)) {
        const handler = prototype[name];
        if (typeof handler !== 'function' || Reflect.getMetadata(PATH_METADATA, handler) === undefined) continue;
        if (Reflect.getMetadata(accessKey, handler) ?? Reflect.getMetadata(accessKey, metatype)) continue;
        const method = RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler) as number];
        bare.push(`${method} ${metatype.name}.${name}`);
      }
    }
  }
  if (bare.length > 0) throw new UndeclaredRoutes(`These routes declare no permission: ${bare.join(', ')}`);
}
