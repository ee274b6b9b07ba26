import { Module, type DynamicModule } from '@nestjs/common';
import { topics } from '@creator-connect/contracts';
import { MessagingModule, messagingConnection, Outbox } from '@creator-connect/messaging';
import { PersistenceModule, UnitOfWork } from '@creator-connect/persistence';
import { IdentityModule, InternalClient, operatorsOnly } from '@creator-connect/security';
import type { AccountsConfig } from './accounts.config';
import { AccountsSettings } from './accounts-settings';
import { ApplicantAddress } from './applications/applicant-address';
import { ApplicationFormController } from './applications/application-form/application-form.controller';
import { FindApplicationForm } from './applications/application-form/find-application-form';
import { ApplicationLinkController } from './applications/application-link/application-link.controller';
import { ApplicationRecords } from './applications/application-records';
import { BeginApplicationHandler } from './applications/begin-application/begin-application.handler';
import { InternalApplicationsController } from './applications/begin-application/internal-applications.controller';
import { ApplicationsController } from './applications/decide-application/applications.controller';
import { DecideApplicationHandler } from './applications/decide-application/decide-application.handler';
import { EndApplications } from './applications/end-applications';
import { OwnApplicationController } from './applications/own-application/own-application.controller';
import { OwnApplicationHandler } from './applications/own-application/own-application.handler';
import { ProveEmailHandler } from './applications/own-application/prove-email.handler';
import { ReadProvenEmailHandler } from './applications/own-application/read-proven-email.handler';
import { ReadOwnApplicationHandler } from './applications/own-application/read-own-application.handler';
import { SubmitApplicationHandler } from './applications/own-application/submit-application.handler';
import { ApplicationLinkRepository } from './applications/persistence/application-link.repository';
import { ApplicationRepository } from './applications/persistence/application.repository';
import { AuthorizationRequestsController } from './authorization-requests/authorization-requests.controller';
import { CheckConnectHandler } from './authorization-requests/check-connect/check-connect.handler';
import { CloseRequests } from './authorization-requests/close-requests';
import { CreateLinkHandler } from './authorization-requests/create-link/create-link.handler';
import { CreateRequestHandler } from './authorization-requests/create-request/create-request.handler';
import { InternalAuthorizationRequestsController } from './authorization-requests/internal-authorization-requests.controller';
import { MailedRequests } from './authorization-requests/message-recipient/mailed-request';
import { MessageRecipientHandler } from './authorization-requests/message-recipient/message-recipient.handler';
import { LinkRecords } from './authorization-requests/link-records';
import { MintLink } from './authorization-requests/mint-link';
import { AuthorizationRequestRepository } from './authorization-requests/persistence/authorization-request.repository';
import { OpenLinkHandler } from './authorization-requests/open-link/open-link.handler';
import { RenewLinkHandler } from './authorization-requests/renew-link/renew-link.handler';
import { ResolveLinkHandler } from './authorization-requests/resolve-link/resolve-link.handler';
import { CampaignsController } from './campaigns/campaigns.controller';
import { CampaignsHandler } from './campaigns/campaigns.handler';
import { InternalCampaignsController } from './campaigns/internal-campaigns.controller';
import { CampaignRepository } from './campaigns/persistence/campaign.repository';
import { MintDashboardLink } from './dashboard-links/mint-dashboard-link';
import { DashboardLinkRepository } from './dashboard-links/persistence/dashboard-link.repository';
import { InternalDashboardLinksController } from './dashboard-links/use-dashboard-link/internal-dashboard-links.controller';
import { UseDashboardLinkHandler } from './dashboard-links/use-dashboard-link/use-dashboard-link.handler';
import { DiscoveryController } from './discovery/discovery.controller';
import { SearchQuotaRepository } from './discovery/persistence/search-quota.repository';
import { SearchProfilesHandler } from './discovery/search-profiles/search-profiles.handler';
import { DiscoverySources } from './discovery/sources/discovery-sources';
import { ResolveAccounts } from './influencers/add-influencer/resolve-accounts';
import { AddFromReportHandler } from './reports/add-from-report/add-from-report.handler';
import { ImportVendorContactsHandler } from './reports/import-vendor-contacts/import-vendor-contacts.handler';
import { ReportRepository } from './reports/persistence/report.repository';
import { ReportsController } from './reports/reports.controller';
import { AddFoundAccount } from './social-accounts/add-found-account/add-found-account';
import { ErasureReceiptsController } from './erasures/erasure-receipts.controller';
import { InternalErasuresController } from './erasures/internal-erasures.controller';
import { NoteErased } from './erasures/note-erased.consumer';
import { ErasureRepository } from './erasures/persistence/erasure.repository';
import { ToldErasures } from './erasures/persistence/told-erasures';
import { ReplayErasures } from './erasures/replay-erasures';
import { WatchErasures } from './erasures/watch-erasures';
import { AddInfluencerHandler } from './influencers/add-influencer/add-influencer.handler';
import { InfluencerFieldsController } from './influencer-fields/influencer-fields.controller';
import { InfluencerFieldRepository } from './influencer-fields/persistence/influencer-field.repository';
import { InfluencerGroupsController } from './influencer-groups/influencer-groups.controller';
import { InfluencerGroupRepository } from './influencer-groups/persistence/influencer-group.repository';
import { ConfirmMergeController } from './influencers/confirm-merge/confirm-merge.controller';
import { ConfirmMergeHandler } from './influencers/confirm-merge/confirm-merge.handler';
import { FindInfluencer } from './influencers/find-influencer';
import { InternalMergesController } from './influencers/merge-influencers/internal-merges.controller';
import { MergeAccounts } from './influencers/merge-influencers/merge-accounts';
import { MergeInfluencersController } from './influencers/merge-influencers/merge-influencers.controller';
import { MergeInfluencersHandler } from './influencers/merge-influencers/merge-influencers.handler';
import { MergePeople } from './influencers/merge-influencers/merge-people';
import { MergeFacts } from './influencers/merge-influencers/persistence/merge-facts';
import { MergeRepository } from './influencers/merge-influencers/persistence/merge.repository';
import { ChangeInfluencerHandler } from './influencers/change-influencer/change-influencer.handler';
import { CheckFields } from './influencers/check-fields';
import { EraseInfluencerController } from './influencers/erase-influencer/erase-influencer.controller';
import { EraseInfluencerHandler } from './influencers/erase-influencer/erase-influencer.handler';
import { ErasePerson } from './influencers/erase-influencer/erase-person';
import { ExportInfluencersController } from './influencers/export-influencers/export-influencers.controller';
import { ImportInfluencersController } from './influencers/import-influencers/import-influencers.controller';
import { ImportInfluencersHandler } from './influencers/import-influencers/import-influencers.handler';
import { InfluencersController } from './influencers/influencers.controller';
import { InternalInfluencersController } from './influencers/internal-influencers.controller';
import { NoteRepository } from './influencers/notes/note.repository';
import { NotesController } from './influencers/notes/notes.controller';
import { InfluencerRepository } from './influencers/persistence/influencer.repository';
import { Roster } from './influencers/persistence/roster';
import { Housekeeping } from './housekeeping/housekeeping';
import { migrations } from './migrations';
import { DataExportsController } from './own-data/export/data-exports.controller';
import { EraseOwnController } from './own-data/erase/erase-own.controller';
import { EraseOwnHandler } from './own-data/erase/erase-own.handler';
import { CountHeld } from './own-data/erase/count-held';
import { HeldData } from './own-data/export/held-data';
import { InternalDataExportsController } from './own-data/export/internal-data-exports.controller';
import { DataExportRepository } from './own-data/export/persistence/data-export.repository';
import { RunExportHandler } from './own-data/export/run-export.handler';
import { RunExports } from './own-data/export/run-exports';
import { OwnDataController } from './own-data/own-data.controller';
import { FollowOutboundEmail } from './organisations/follow-outbound-email.consumer';
import { ChangeMembersHandler } from './organisations/change-members.handler';
import { InternalMembersController } from './organisations/internal-members.controller';
import { FoundOrganisationHandler } from './organisations/found-organisation.handler';
import { InternalOrganisationsController } from './organisations/internal-organisations.controller';
import { OperatorOrganisationsController } from './organisations/operator-organisations.controller';
import { OrganisationsController } from './organisations/organisations.controller';
import { AttentionSummaries } from './organisations/attention-summary';
import { OrganisationDirectory } from './organisations/persistence/organisation-directory';
import { OrganisationRepository } from './organisations/persistence/organisation.repository';
import { AddMarketplaceAccountHandler } from './social-accounts/add-marketplace-account/add-marketplace-account.handler';
import { FollowAuthorization } from './social-accounts/follow-authorization/follow-authorization.consumer';
import { FollowMarketplace } from './social-accounts/follow-marketplace/follow-marketplace.consumer';
import { ForgetOnRequest } from './social-accounts/forget-on-request/forget-on-request.consumer';
import { FollowProfile } from './social-accounts/follow-profile/follow-profile.consumer';
import { InternalVendorContactsController } from './reports/internal-vendor-contacts.controller';
import { InternalSocialAccountsController } from './social-accounts/internal-social-accounts.controller';
import { HistoryRepository } from './social-accounts/persistence/history.repository';
import { SocialAccountRepository } from './social-accounts/persistence/social-account.repository';
import { ReadAccount } from './social-accounts/persistence/read-account';
import { PauseController } from './social-accounts/pause/pause.controller';
import { PauseHandler } from './social-accounts/pause/pause.handler';
import { RecordFact } from './social-accounts/record-fact';
import { RemovedAccounts } from './social-accounts/persistence/removed-accounts';
import { RemoveAccount } from './social-accounts/remove-account/remove-account';
import { RemoveAccountController } from './social-accounts/remove-account/remove-account.controller';
import { ReserveAccountHandler } from './social-accounts/reserve-account/reserve-account.handler';
import { SocialAccountsController } from './social-accounts/social-accounts.controller';

const controllers = [
  OrganisationsController,
  InternalOrganisationsController,
  OperatorOrganisationsController,
  InternalMembersController,
  // Before the one whose /:id would take their addresses.
  ExportInfluencersController,
  ImportInfluencersController,
  InfluencersController,
  EraseInfluencerController,
  MergeInfluencersController,
  InternalMergesController,
  NotesController,
  InfluencerFieldsController,
  InfluencerGroupsController,
  InternalInfluencersController,
  OwnDataController,
  DataExportsController,
  InternalDataExportsController,
  EraseOwnController,
  ConfirmMergeController,
  ErasureReceiptsController,
  InternalErasuresController,
  NoteErased,
  SocialAccountsController,
  // Before the one whose /:id would take its address.
  PauseController,
  RemoveAccountController,
  InternalSocialAccountsController,
  InternalVendorContactsController,
  AuthorizationRequestsController,
  InternalAuthorizationRequestsController,
  InternalDashboardLinksController,
  CampaignsController,
  DiscoveryController,
  ReportsController,
  ApplicationFormController,
  ApplicationLinkController,
  // Before the one whose /:id would take its address.
  OwnApplicationController,
  ApplicationsController,
  InternalApplicationsController,
  InternalCampaignsController,
  FollowOutboundEmail,
  FollowAuthorization,
  FollowMarketplace,
  FollowProfile,
  ForgetOnRequest,
];

const providers = [
  OrganisationRepository,
  OrganisationDirectory,
  FoundOrganisationHandler,
  AttentionSummaries,
  ChangeMembersHandler,
  InfluencerRepository,
  Roster,
  InfluencerFieldRepository,
  InfluencerGroupRepository,
  NoteRepository,
  CheckFields,
  ChangeInfluencerHandler,
  EraseInfluencerHandler,
  FindInfluencer,
  MergeRepository,
  MergeFacts,
  MergeAccounts,
  MergePeople,
  MergeInfluencersHandler,
  ConfirmMergeHandler,
  CountHeld,
  ImportInfluencersHandler,
  RemovedAccounts,
  RemoveAccount,
  AddInfluencerHandler,
  SocialAccountRepository,
  HistoryRepository,
  RecordFact,
  PauseHandler,
  ReserveAccountHandler,
  AddMarketplaceAccountHandler,
  AddFoundAccount,
  ReadAccount,
  AuthorizationRequestRepository,
  CloseRequests,
  MintLink,
  LinkRecords,
  CreateRequestHandler,
  CreateLinkHandler,
  ResolveLinkHandler,
  OpenLinkHandler,
  RenewLinkHandler,
  CheckConnectHandler,
  MailedRequests,
  MessageRecipientHandler,
  DashboardLinkRepository,
  MintDashboardLink,
  UseDashboardLinkHandler,
  CampaignRepository,
  CampaignsHandler,
  ErasePerson,
  ResolveAccounts,
  SearchQuotaRepository,
  SearchProfilesHandler,
  ReportRepository,
  AddFromReportHandler,
  ImportVendorContactsHandler,
  ApplicationRepository,
  ApplicationLinkRepository,
  ApplicationRecords,
  ApplicantAddress,
  FindApplicationForm,
  BeginApplicationHandler,
  OwnApplicationHandler,
  ReadOwnApplicationHandler,
  ProveEmailHandler,
  ReadProvenEmailHandler,
  SubmitApplicationHandler,
  DecideApplicationHandler,
  EndApplications,
  DataExportRepository,
  RunExportHandler,
  RunExports,
  EraseOwnHandler,
  ErasureRepository,
  WatchErasures,
  Housekeeping,
];

@Module({})
export class AppModule {
  static with(config: AccountsConfig): DynamicModule {
    const settings = new AccountsSettings(
      config.PUBLIC_URL,
      config.LINK_LIFE_DAYS,
      config.LINKS_PER_DAY,
      config.APPLICATIONS_PER_DAY,
      config.HOUSEKEEPING_SECONDS,
      { handle: config.SEARCHES_BY_HANDLE_PER_DAY, keyword: config.SEARCHES_BY_KEYWORD_PER_DAY },
    );
    const addresses = {
      oauth: config.OAUTH_URL,
      ttcm: config.TTCM_URL,
      collector: config.COLLECTOR_URL,
      notifications: config.NOTIFICATIONS_URL,
    };
    return {
      module: AppModule,
      imports: [
        PersistenceModule.forRoot({
          url: config.DATABASE_URL,
          routerUrl: config.DATABASE_ROUTER_URL,
          schema: 'accounts',
          migrations,
        }),
        MessagingModule.forRoot({
          service: 'accounts',
          group: 'accounts.account-states',
          connection: messagingConnection(config),
          publishes: [
            topics.influencer,
            topics.account,
            topics.campaign,
            topics.member,
            topics.accountState,
            topics.campaignState,
            topics.erasureLedger,
          ],
          deadLetterAccess: operatorsOnly,
        }),
        IdentityModule.forRoot({
          service: 'accounts',
          privateKeyFile: config.IDENTITY_PRIVATE_KEY_FILE,
          publicKeysFile: config.IDENTITY_PUBLIC_KEYS_FILE,
        }),
      ],
      controllers,
      providers: [
        ...providers,
        { provide: AccountsSettings, useValue: settings },
        {
          provide: DiscoverySources,
          inject: [InternalClient],
          useFactory: (client: InternalClient) => new DiscoverySources(config, client),
        },
        ToldErasures,
        {
          provide: ReplayErasures,
          inject: [UnitOfWork, ErasePerson, ToldErasures, Outbox],
          useFactory: (unitOfWork: UnitOfWork, erasePerson: ErasePerson, told: ToldErasures, outbox: Outbox) =>
            new ReplayErasures(unitOfWork, erasePerson, told, outbox, {
              connection: messagingConnection(config),
              acceptLoss: config.ERASURE_LEDGER_LOST === 'accept',
            }),
        },
        {
          provide: HeldData,
          inject: [UnitOfWork, InternalClient],
          useFactory: (unitOfWork: UnitOfWork, client: InternalClient) => new HeldData(unitOfWork, client, addresses),
        },
      ],
    };
  }
}
