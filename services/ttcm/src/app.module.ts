import { Module, type DynamicModule } from '@nestjs/common';
import { topics } from '@creator-connect/contracts';
import { MessagingModule, messagingConnection } from '@creator-connect/messaging';
import { PersistenceModule } from '@creator-connect/persistence';
import { IdentityModule, InternalClient, operatorsOnly } from '@creator-connect/security';
import { EligibilityController } from './eligibility/eligibility.controller';
import { ConfiguredMarketplace } from './invites/configured-marketplace';
import { InvitesController } from './invites/invites.controller';
import { MarketplaceClient } from './invites/marketplace';
import { InviteRepository } from './invites/persistence/invite.repository';
import { PollInviteHandler } from './invites/poll-invites/poll-invite.handler';
import { PollInvites } from './invites/poll-invites/poll-invites';
import { RecordOutcome } from './invites/record-outcome';
import { InvitePeers } from './invites/send-invite/invite-peers';
import { SendInviteHandler } from './invites/send-invite/send-invite.handler';
import { migrations } from './migrations';
import { AccountDirectory } from './peers/account-directory';
import { AccountFacts } from './peers/account-facts';
import { HttpAccountDirectory, HttpAccountFacts } from './peers/http-peers';
import { TtcmSettings } from './ttcm-settings';
import type { TtcmConfig } from './ttcm.config';

@Module({})
export class AppModule {
  static with(config: TtcmConfig): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PersistenceModule.forRoot({
          url: config.DATABASE_URL,
          routerUrl: config.DATABASE_ROUTER_URL,
          schema: 'ttcm',
          migrations,
        }),
        MessagingModule.forRoot({
          service: 'ttcm',
          connection: messagingConnection(config),
          publishes: [topics.invite],
          deadLetterAccess: operatorsOnly,
        }),
        IdentityModule.forRoot({
          service: 'ttcm',
          privateKeyFile: config.IDENTITY_PRIVATE_KEY_FILE,
          publicKeysFile: config.IDENTITY_PUBLIC_KEYS_FILE,
        }),
      ],
      controllers: [InvitesController, EligibilityController],
      providers: [
        InviteRepository,
        RecordOutcome,
        InvitePeers,
        SendInviteHandler,
        PollInviteHandler,
        PollInvites,
        {
          provide: TtcmSettings,
          useValue: new TtcmSettings({
            pollSeconds: config.TTCM_POLL_SECONDS,
            expireDays: config.TTCM_INVITE_EXPIRE_DAYS,
          }),
        },
        { provide: MarketplaceClient, useFactory: () => new ConfiguredMarketplace(config) },
        {
          provide: AccountDirectory,
          inject: [InternalClient],
          useFactory: (client: InternalClient) => new HttpAccountDirectory(client, config.ACCOUNTS_URL),
        },
        {
          provide: AccountFacts,
          inject: [InternalClient],
          useFactory: (client: InternalClient) => new HttpAccountFacts(client, config.COLLECTOR_URL),
        },
      ],
    };
  }
}
