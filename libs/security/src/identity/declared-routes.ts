import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants';
import { MetadataScanner, type ModulesContainer } from '@nestjs/core';
import { accessKey, type Access } from './access.decorators';

/** A route of a controller, and what it demands; also of one that the API description leaves out. */
export interface DeclaredRoute {
  /** `GET`, `POST` … */
  method: string;
  /** With `:name` for a parameter. */
  path: string;
  /** Class and method, for messages. */
  handler: string;
  /** Missing: nobody decided. */
  access: Access | undefined;
}

/** Reads what Nest itself reads to build its router. */
export function declaredRoutes(modules: ModulesContainer): DeclaredRoute[] {
  const scanner = new MetadataScanner();
  const routes: DeclaredRoute[] = [];
  for (const module of modules.values()) {
    for (const { metatype } of module.controllers.values()) {
      if (typeof metatype !== 'function') continue;
      const prototype = metatype.prototype as Record<string, unknown>;
      for (const name of scanner.getAllMethodNames(prototype)) {
        const handler = prototype[name];
        if (typeof handler !== 'function' || Reflect.getMetadata(PATH_METADATA, handler) === undefined) continue;
        routes.push({
          method: RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler) as number]!,
          path: joined(Reflect.getMetadata(PATH_METADATA, metatype), Reflect.getMetadata(PATH_METADATA, handler)),
          handler: `${metatype.name}.${name}`,
          access: (Reflect.getMetadata(accessKey, handler) ?? Reflect.getMetadata(accessKey, metatype)) as
            Access | undefined,
        });
      }
    }
  }
  return routes;
}

const joined = (...parts: unknown[]): string =>
  `/${parts
    .flatMap((part) => String(part ?? '').split('/'))
    .filter((segment) => segment !== '')
    .join('/')}`;
