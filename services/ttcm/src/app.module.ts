import { Module, type DynamicModule } from '@nestjs/common';
import { topics } from '@creator-connect/contracts';
import { MessagingModule, messagingConnection } from '@creator-connect/messaging';
import { ownDataController, PersistenceModule } from '@creator-connect/persistence';
import { IdentityModule, InternalClient, operatorsOnly, ServiceRoute } from '@creator-connect/security';
import { AgencyCallbackController } from './agency/agency-callback.controller';
import { AgencyController } from './agency/agency.controller';
import { BeginConnectionHandler } from './agency/begin-connection/begin-connection.handler';
import { CheckingPace, ReadingPace } from './agency/call-pace';
import { DisconnectHandler } from './agency/disconnect/disconnect.handler';
import { EndConnection } from './agency/end-connection';
import { FinishConnectionHandler } from './agency/finish-connection/finish-connection.handler';
import { Marketplaces } from './agency/marketplaces';
import { AttemptRepository } from './agency/persistence/attempt.repository';
import { ConnectionRepository } from './agency/persistence/connection.repository';
import { RevokeTokens } from './agency/revoke-tokens/revoke-tokens';
import { TokenSeal } from './agency/token-seal';
import { TtcmAppClient } from './agency/ttcm-app';
import { InternalCreatorsController } from './creators/internal-creators.controller';
import { LookUpCreatorHandler } from './creators/look-up-creator.handler';
import { ReadCreatorHandler } from './creators/read-creator.handler';
import { EligibilityController } from './eligibility/eligibility.controller';
import { AcceptInvite } from './invites/accept-invite';
import { InvitesController } from './invites/invites.controller';
import { InviteRepository } from './invites/persistence/invite.repository';
import { PollInviteHandler } from './invites/poll-invites/poll-invite.handler';
import { PollInvites } from './invites/poll-invites/poll-invites';
import { RecordOutcome } from './invites/record-outcome';
import { InvitePeers } from './invites/send-invite/invite-peers';
import { SendInviteHandler } from './invites/send-invite/send-invite.handler';
import { CheckMembershipHandler } from './memberships/check-memberships/check-membership.handler';
import { CheckMemberships } from './memberships/check-memberships/check-memberships';
import { FollowAccounts } from './memberships/follow-accounts/follow-accounts.consumer';
import { NoteMembership } from './memberships/note-membership';
import { MembershipController } from './memberships/show-membership/membership.controller';
import { MembershipRepository } from './memberships/persistence/membership.repository';
import { migrations } from './migrations';
import { accountDataSets, ownDataSets } from './own-data/own-data-sets';
import { AccountDirectory } from './peers/account-directory';
import { AccountFacts } from './peers/account-facts';
import { HttpAccountDirectory, HttpAccountFacts } from './peers/http-peers';
import { TtcmSettings } from './ttcm-settings';
import type { TtcmConfig } from './ttcm.config';

/** The organisations' own marketplace accounts. */
const agency = [
  AttemptRepository,
  ConnectionRepository,
  BeginConnectionHandler,
  FinishConnectionHandler,
  DisconnectHandler,
  EndConnection,
  Marketplaces,
  RevokeTokens,
];

/** Who is in the marketplace, as far as it told. */
const memberships = [MembershipRepository, NoteMembership, CheckMembershipHandler, CheckMemberships];

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
          group: 'ttcm.projections',
          publishes: [topics.invite, topics.marketplaceConnection, topics.erasure],
          deadLetterAccess: operatorsOnly,
        }),
        IdentityModule.forRoot({
          service: 'ttcm',
          privateKeyFile: config.IDENTITY_PRIVATE_KEY_FILE,
          publicKeysFile: config.IDENTITY_PUBLIC_KEYS_FILE,
        }),
      ],
      controllers: [
        InvitesController,
        EligibilityController,
        MembershipController,
        InternalCreatorsController,
        AgencyController,
        AgencyCallbackController,
        FollowAccounts,
        ownDataController(ServiceRoute('accounts'), ownDataSets, accountDataSets),
      ],
      providers: [
        InviteRepository,
        RecordOutcome,
        InvitePeers,
        SendInviteHandler,
        PollInviteHandler,
        PollInvites,
        AcceptInvite,
        LookUpCreatorHandler,
        ReadCreatorHandler,
        { provide: ReadingPace, useFactory: () => new ReadingPace(config.TTCM_READS_PER_SECOND) },
        { provide: CheckingPace, useFactory: () => new CheckingPace(config.TTCM_CHECKS_PER_SECOND) },
        ...agency,
        ...memberships,
        {
          provide: TtcmSettings,
          useValue: new TtcmSettings(
            {
              pollSeconds: config.TTCM_POLL_SECONDS,
              expireDays: config.TTCM_INVITE_EXPIRE_DAYS,
              remindDays: config.TTCM_INVITE_REMIND_DAYS ?? config.TTCM_INVITE_EXPIRE_DAYS / 2,
              membershipSeconds: config.TTCM_MEMBERSHIP_SECONDS,
            },
            config.TTCM_INVITES_BY,
            config.PUBLIC_URL,
          ),
        },
        { provide: TtcmAppClient, useFactory: () => new TtcmAppClient(config) },
        { provide: TokenSeal, useFactory: () => new TokenSeal(config.MARKETPLACE_KEY_FILE) },
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
