import { Module, type DynamicModule } from '@nestjs/common';
import { topics } from '@creator-connect/contracts';
import { MessagingModule, messagingConnection } from '@creator-connect/messaging';
import { ownDataController, PersistenceModule } from '@creator-connect/persistence';
import { IdentityModule, InternalClient, operatorsOnly, ServiceRoute } from '@creator-connect/security';
import { CampaignAccounts } from './campaign-reports/campaign-accounts';
import { CampaignDaysReader } from './campaign-reports/campaign-days';
import { CampaignExportsController } from './campaign-reports/campaign-exports.controller';
import { CampaignReports } from './campaign-reports/campaign-reports';
import { CampaignReportsController } from './campaign-reports/campaign-reports.controller';
import { CampaignTables } from './campaign-reports/campaign-tables';
import { HttpCampaignAccounts } from './campaign-reports/http-campaign-accounts';
import { CampaignDaysRepository } from './campaign-reports/persistence/campaign-days.repository';
import { CampaignReportRepository } from './campaign-reports/persistence/campaign-report.repository';
import type { CollectorConfig } from './collector.config';
import { CollectorSettings } from './collector-settings';
import { AccountIdentities } from './collection/account-identities';
import { CollectAccountHandler } from './collection/collect-account/collect-account.handler';
import { CollectionStores } from './collection/collect-account/collection-stores';
import { ReadMarketplaceToo } from './collection/collect-account/read-marketplace-too';
import { RunGuard } from './collection/collect-account/run-guard';
import { RunWriter } from './collection/collect-account/run-writer';
import { HttpAccountIdentities } from './collection/http-account-identities';
import { HttpMarketplaceReader } from './collection/marketplace/http-marketplace-reader';
import { Readings } from './collection/readings';
import { RunDueFeeds } from './collection/run-due-feeds';
import { MarketplaceSource } from './collection/sources/marketplace.source';
import { platformSources, publicSources } from './collection/sources/platform-sources';
import { SourceRegistry } from './collection/sources/source-registry';
import { AccountTables } from './exports/account-tables';
import { ExportsController } from './exports/exports.controller';
import { FactsController } from './facts/facts.controller';
import { CollectionsController } from './feeds/collect-now/collections.controller';
import { DeleteHiddenDataHandler } from './feeds/delete-hidden-data/delete-hidden-data.handler';
import { DeleteOnRequest } from './feeds/delete-on-request/delete-on-request.consumer';
import { ConfirmErasure } from './feeds/erase-influencer/confirm-erasure';
import { EraseInfluencer } from './feeds/erase-influencer/erase-influencer.consumer';
import { ForgetOutlivedHandler } from './feeds/forget-outlived/forget-outlived.handler';
import { FollowMerges } from './feeds/merge-influencers/follow-merges.consumer';
import { FollowAccountState } from './feeds/follow-account-state/follow-account-state.consumer';
import { FeedRepository } from './feeds/persistence/feed.repository';
import { GapRepository } from './feeds/persistence/gap.repository';
import { VisibleFeeds } from './feeds/visible-feeds';
import { DailyMetricsReader } from './metrics/daily-metrics';
import { DailyMetricsController } from './metrics/list-daily-metrics/daily-metrics.controller';
import { AccountMetricRepository } from './metrics/persistence/account-metric.repository';
import { migrations } from './migrations';
import { OwnCollectionRepository } from './own-data/own-collection.repository';
import { OwnCollectionsController } from './own-data/own-collections.controller';
import { accountDataSets, ownDataSets } from './own-data/own-data-sets';
import { PostsController } from './posts/list-posts/posts.controller';
import { PostRepository } from './posts/persistence/post.repository';
import { ProfileRepository } from './profiles/persistence/profile.repository';
import { ProfileController } from './profiles/profile.controller';
import { HttpTokenLeases } from './tokens/http-token-leases';
import { TokenLeases } from './tokens/token-leases';
import { ImportVendorDataHandler } from './vendor-data/import-vendor-data/import-vendor-data.handler';
import { VendorAccounts } from './vendor-data/peers/vendor-accounts';
import { VendorRecordRepository } from './vendor-data/persistence/vendor-record.repository';
import { PurgeVendorData } from './vendor-data/purge-vendor-data/purge-vendor-data';
import { PurgeWhenMarketplace } from './vendor-data/purge-vendor-data/purge-when-marketplace.consumer';
import { VendorDataController } from './vendor-data/vendor-data.controller';

@Module({})
export class AppModule {
  static with(config: CollectorConfig): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PersistenceModule.forRoot({
          url: config.DATABASE_URL,
          routerUrl: config.DATABASE_ROUTER_URL,
          schema: 'collector',
          migrations,
        }),
        MessagingModule.forRoot({
          service: 'collector',
          group: 'collector.feeds',
          connection: messagingConnection(config),
          publishes: [topics.profile, topics.post, topics.audience, topics.feed, topics.erasure],
          deadLetterAccess: operatorsOnly,
        }),
        IdentityModule.forRoot({
          service: 'collector',
          privateKeyFile: config.IDENTITY_PRIVATE_KEY_FILE,
          publicKeysFile: config.IDENTITY_PUBLIC_KEYS_FILE,
        }),
      ],
      controllers: [
        PostsController,
        ProfileController,
        DailyMetricsController,
        ExportsController,
        CollectionsController,
        FactsController,
        CampaignReportsController,
        CampaignExportsController,
        OwnCollectionsController,
        ownDataController(ServiceRoute('accounts'), ownDataSets, accountDataSets),
        FollowAccountState,
        EraseInfluencer,
        FollowMerges,
        DeleteOnRequest,
        VendorDataController,
        PurgeWhenMarketplace,
      ],
      providers: [
        FeedRepository,
        PostRepository,
        ProfileRepository,
        AccountMetricRepository,
        GapRepository,
        DailyMetricsReader,
        AccountTables,
        CollectionStores,
        CampaignReportRepository,
        CampaignReports,
        CampaignDaysRepository,
        CampaignDaysReader,
        CampaignTables,
        VisibleFeeds,
        OwnCollectionRepository,
        Readings,
        RunGuard,
        RunWriter,
        ReadMarketplaceToo,
        CollectAccountHandler,
        ConfirmErasure,
        DeleteHiddenDataHandler,
        ForgetOutlivedHandler,
        RunDueFeeds,
        VendorRecordRepository,
        ImportVendorDataHandler,
        PurgeVendorData,
        {
          provide: VendorAccounts,
          inject: [InternalClient],
          useFactory: (client: InternalClient) => new VendorAccounts(client, config.ACCOUNTS_URL),
        },
        {
          provide: CollectorSettings,
          useValue: new CollectorSettings(
            config.COLLECT_INTERVAL_SECONDS,
            config.COLLECT_REFRESH_WINDOW_DAYS,
            config.COLLECT_CONCURRENCY,
          ),
        },
        {
          provide: SourceRegistry,
          inject: [InternalClient],
          useFactory: (client: InternalClient) => {
            const marketplace = new MarketplaceSource(new HttpMarketplaceReader(client, config.TTCM_URL));
            return new SourceRegistry(platformSources(config), publicSources(config), marketplace);
          },
        },
        {
          provide: TokenLeases,
          inject: [InternalClient],
          useFactory: (client: InternalClient) => new HttpTokenLeases(client, config.OAUTH_URL),
        },
        {
          provide: AccountIdentities,
          inject: [InternalClient],
          useFactory: (client: InternalClient) => new HttpAccountIdentities(client, config.ACCOUNTS_URL),
        },
        {
          provide: CampaignAccounts,
          inject: [InternalClient],
          useFactory: (client: InternalClient) => new HttpCampaignAccounts(client, config.ACCOUNTS_URL),
        },
      ],
    };
  }
}
