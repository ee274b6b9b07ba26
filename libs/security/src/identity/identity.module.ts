import { Module, type DynamicModule, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { APP_GUARD, HttpAdapterHost, ModulesContainer } from '@nestjs/core';
import { InternalClient } from '../http/internal-client';
import { assertRoutesDeclared } from './assert-routes-declared';
import { IdentityGuard } from './identity.guard';
import { IdentityIssuer } from './identity-issuer';
import { IdentityVerifier } from './identity-verifier';

export interface IdentityOptions {
  service: string;
  privateKeyFile: string;
  publicKeysFile: string;
}

/** Guards every HTTP route of the service, refuses to start with an undeclared one, and signs calls to other services. */
@Module({})
export class IdentityModule implements OnApplicationBootstrap, OnApplicationShutdown {
  constructor(
    private readonly modules: ModulesContainer,
    private readonly adapter: HttpAdapterHost,
    private readonly client: InternalClient,
  ) {}

  static forRoot(options: IdentityOptions): DynamicModule {
    return {
      module: IdentityModule,
      global: true,
      providers: [
        {
          provide: IdentityVerifier,
          useFactory: () => IdentityVerifier.fromKeysFile(options.service, options.publicKeysFile),
        },
        {
          provide: IdentityIssuer,
          useFactory: () => IdentityIssuer.fromKeyFile(options.service, options.privateKeyFile),
        },
        {
          provide: InternalClient,
          inject: [IdentityIssuer],
          useFactory: (issuer: IdentityIssuer) => new InternalClient(issuer),
        },
        { provide: APP_GUARD, useClass: IdentityGuard },
      ],
      exports: [IdentityVerifier, IdentityIssuer, InternalClient],
    };
  }

  onApplicationBootstrap(): void {
    if (this.adapter.httpAdapter) assertRoutesDeclared(this.modules);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.client.close();
  }
}
