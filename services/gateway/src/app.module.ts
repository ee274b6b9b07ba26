import { Module, type DynamicModule } from '@nestjs/common';
import { AccessReportModule } from './access-report/access-report.module';
import { ApiKeysModule } from './api-keys/api-keys.module';
import { ApplicationsModule } from './applications/applications.module';
import type { Clock } from './clock';
import { CoreModule } from './core.module';
import { DataExportsModule } from './data-exports/data-exports.module';
import { DataViewsModule } from './data-views/data-views.module';
import { DigestsModule } from './digests/digests.module';
import { DocsModule } from './docs/docs.module';
import { EdgeModule } from './edge/edge.module';
import type { GatewayConfig } from './gateway.config';
import { HealthController } from './health.controller';
import { Housekeeping } from './housekeeping';
import { ErasuresModule } from './erasures/erasures.module';
import { MergesModule } from './merges/merges.module';
import { InstallationModule } from './installation/installation.module';
import { LinksModule } from './links/links.module';
import { LiveUpdatesModule } from './live-updates/live-updates.module';
import { MemberInvitationsModule } from './member-invitations/member-invitations.module';
import { MembersModule } from './members/members.module';
import { OperationsModule } from './operations/operations.module';
import { PasswordResetsModule } from './password-resets/password-resets.module';
import { Proxy } from './routing/proxy';
import { Upstreams } from './routing/upstreams';
import { SecondFactorModule } from './second-factor/second-factor.module';
import { SessionsModule } from './sessions/sessions.module';
import { SignInLinksModule } from './sign-in-links/sign-in-links.module';
import { UsersModule } from './users/users.module';
import { WebApp } from './web-app/web-app';

@Module({})
export class AppModule {
  static forRoot(config: GatewayConfig, clock?: Clock): DynamicModule {
    return {
      module: AppModule,
      imports: [
        CoreModule.forRoot(config, clock),
        EdgeModule,
        InstallationModule,
        SessionsModule,
        SecondFactorModule,
        UsersModule,
        PasswordResetsModule,
        MembersModule,
        MemberInvitationsModule,
        SignInLinksModule,
        LinksModule,
        ApplicationsModule,
        ApiKeysModule,
        OperationsModule,
        LiveUpdatesModule,
        DataViewsModule,
        AccessReportModule,
        DigestsModule,
        DataExportsModule,
        ErasuresModule,
        MergesModule,
        DocsModule,
      ],
      controllers: [HealthController],
      providers: [Housekeeping, Proxy, Upstreams, WebApp],
    };
  }
}
