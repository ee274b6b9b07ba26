import { PersistenceModule } from '@creator-connect/persistence';
import { IdentityIssuer, InternalClient } from '@creator-connect/security';
import { Global, Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { Background } from './background';
import { Clock, SystemClock } from './clock';
import { SECURITY_HEADERS, securityHeaders } from './edge/security-headers';
import { GATEWAY_CONFIG, type GatewayConfig } from './gateway.config';
import { HeldRefusals } from './limits/held-refusals';
import { Limits } from './limits/limits';
import { OrganisationTurns } from './limits/organisation-turns';
import { RequestLimits } from './limits/request-limits';
import { migrations } from './migrations';
import { Passwords } from './passwords/passwords';
import { AccountsPort } from './peers/accounts.port';
import { HttpAccounts } from './peers/http-accounts';
import { HttpNotifications } from './peers/http-notifications';
import { NotificationsPort } from './peers/notifications.port';
import { Database } from './persistence/database';
import { RefusedPages } from './refused-pages/refused-pages';
import { UserStore } from './users/persistence/user.store';

/** What every feature may use. */
@Global()
@Module({})
export class CoreModule implements OnApplicationShutdown {
  constructor(private readonly client: InternalClient) {}

  async onApplicationShutdown(): Promise<void> {
    await this.client.close();
  }

  static forRoot(config: GatewayConfig, clock: Clock = new SystemClock()): DynamicModule {
    const providers = [
      { provide: GATEWAY_CONFIG, useValue: config },
      { provide: Clock, useValue: clock },
      { provide: SECURITY_HEADERS, useValue: securityHeaders({ images: config.IMAGE_SOURCES }) },
      {
        provide: IdentityIssuer,
        useFactory: () => IdentityIssuer.fromKeyFile('gateway', config.IDENTITY_PRIVATE_KEY_FILE),
      },
      {
        provide: InternalClient,
        useFactory: (issuer: IdentityIssuer) => new InternalClient(issuer),
        inject: [IdentityIssuer],
      },
      { provide: AccountsPort, useClass: HttpAccounts },
      { provide: NotificationsPort, useClass: HttpNotifications },
      Background,
      Database,
      HeldRefusals,
      Limits,
      OrganisationTurns,
      RequestLimits,
      Passwords,
      RefusedPages,
      UserStore,
    ];
    const persistence = PersistenceModule.forRoot({
      url: config.DATABASE_URL,
      routerUrl: config.DATABASE_ROUTER_URL,
      schema: 'gateway',
      poolSize: 10,
      migrations,
    });
    return { module: CoreModule, imports: [persistence], providers, exports: providers };
  }
}
