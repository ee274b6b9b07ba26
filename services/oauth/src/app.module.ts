import { topics } from '@creator-connect/contracts';
import { MessagingModule, messagingConnection } from '@creator-connect/messaging';
import { ownDataController, PersistenceModule, UnitOfWork } from '@creator-connect/persistence';
import { counted } from '@creator-connect/platforms';
import {
  Envelope,
  IdentityModule,
  InternalClient,
  KeyRingFile,
  readKeyFile,
  operatorsOnly,
  ServiceRoute,
} from '@creator-connect/security';
import { type DynamicModule, Logger, Module } from '@nestjs/common';
import { Clock } from './clock';
import { AccountsPort } from './connect-transactions/accounts.port';
import { CallbackController } from './connect-transactions/callback.controller';
import { CheckAgainHandler } from './connect-transactions/check-again/check-again.handler';
import { ConfirmConnectTransactionHandler } from './connect-transactions/confirm-connect-transaction/confirm-connect-transaction.handler';
import { ReserveCandidates } from './connect-transactions/confirm-connect-transaction/reserve-candidates';
import { ConnectTransactionsController } from './connect-transactions/connect-transactions.controller';
import { FailTransaction } from './connect-transactions/fail-transaction';
import { DiscardHandler } from './connect-transactions/discard/discard.handler';
import { CompleteWithoutChoice } from './connect-transactions/handle-callback/complete-without-choice';
import { HandleCallbackHandler } from './connect-transactions/handle-callback/handle-callback.handler';
import { RefuseGrant } from './connect-transactions/handle-callback/refuse-grant';
import { TakeTransaction } from './connect-transactions/handle-callback/take-transaction';
import { ListUnfinishedHandler } from './connect-transactions/list-unfinished/list-unfinished.handler';
import { ConnectTransactionEntity } from './connect-transactions/persistence/connect-transaction.entity';
import { ConnectTransactionsRepository } from './connect-transactions/persistence/connect-transactions.repository';
import { StagedGrantEntity } from './connect-transactions/persistence/staged-grant.entity';
import { ReadConnectTransactionHandler } from './connect-transactions/read-connect-transaction/read-connect-transaction.handler';
import { Siblings } from './connect-transactions/siblings/siblings';
import { CodeVerifiers } from './connect-transactions/code-verifiers';
import { StagedGrants } from './connect-transactions/staged-grants';
import { TakeBackConsent } from './connect-transactions/take-back-consent';
import { ExpectedAccounts } from './connect-transactions/start-connect-transaction/expected-account';
import { StartConnectTransactionHandler } from './connect-transactions/start-connect-transaction/start-connect-transaction.handler';
import { SweepTransactions } from './connect-transactions/sweep-transactions';
import { AnnounceEnds } from './expiry/announce-ends';
import { ExtendEnd } from './expiry/extend-end';
import { ChangeScopes } from './grants/change-scopes';
import { EndGrant } from './grants/end-grant';
import { GrantVault } from './grants/grant-vault';
import { ConsentEntity } from './grants/persistence/consent.entity';
import { ConsentsRepository } from './grants/persistence/consents.repository';
import { DataKeyEntity } from './grants/persistence/data-key.entity';
import { GrantTokenEntity } from './grants/persistence/grant-token.entity';
import { GrantEntity } from './grants/persistence/grant.entity';
import { GrantsRepository } from './grants/persistence/grants.repository';
import { AuthorizationsController } from './grants/read-authorization/authorizations.controller';
import { ReadAuthorizationHandler } from './grants/read-authorization/read-authorization.handler';
import { StoreGrant } from './grants/store-grant';
import { ForgetVaultReads, VaultReadMemory } from './grants/vault/forget-vault-reads';
import { PlatformHashes } from './grants/vault/platform-hashes';
import { Vault } from './grants/vault/vault';
import { VaultReadRate } from './grants/vault/read-rate';
import { recogniseKeys } from './grants/vault/vault-keys';
import { KeyRingReaders } from './key-rotation/key-ring-readers';
import { KeyMetrics } from './key-rotation/key-metrics';
import { RewrapDataKeys } from './key-rotation/rewrap-data-keys';
import { migrations } from './migrations';
import type { OAuthConfig } from './oauth.config';
import { accountDataSets, ownDataSets } from './own-data/own-data-sets';
import { HttpAccounts } from './peers/http-accounts';
import { ConnectPlatforms } from './platforms/connect-platform';
import { createPlatforms } from './platforms/create-platforms';
import { FreshTokens } from './refresh/fresh-tokens';
import { FinishRefresh } from './refresh/finish-refresh';
import { RefreshDueTokens } from './refresh/refresh-due-tokens';
import { RefreshGrant } from './refresh/refresh-grant';
import { RefreshLeases } from './refresh/refresh-leases';
import { RefreshSchedule } from './refresh/refresh-schedule';
import { CarryOutOrders } from './revocation/orders/carry-out-orders';
import { OpenAttempts } from './revocation/open-attempts';
import { RevocationOrdersRepository } from './revocation/orders/revocation-orders.repository';
import { FollowAccounts } from './revocation/follow-accounts.consumer';
import { RevocationCopies } from './revocation/revocation-copies';
import { RevocationsRepository } from './revocation/revocations.repository';
import { RevokeGrantHandler } from './revocation/revoke-grant.handler';
import { TellPlatform } from './revocation/tell-platform';
import { LeaseTokenHandler } from './token-leases/lease-token.handler';
import { TokenLeasesController } from './token-leases/token-leases.controller';
import { CheckAuthorizationHandler } from './verification/check-authorization.handler';
import { SweepSettings, VerificationSweep } from './verification/verification-sweep';
import { RecordFinding } from './verification/record-finding';
import { RunVerification } from './verification/run-verification';
import { VerificationsRepository } from './verification/verifications.repository';
import { VerifyDueGrants } from './verification/verify-due-grants';
import { VerifyGrantHandler } from './verification/verify-grant.handler';
import { VerifyWhenTokenRejected } from './verification/verify-when-token-rejected.consumer';
import { ApplyReportedEnds } from './webhooks/apply-reported-ends';
import { EarlyMessages } from './webhooks/early-messages';
import { ForgetWebhooks, WebhookMemory } from './webhooks/forget-webhooks';
import { MetaChangesController } from './webhooks/meta-changes.controller';
import { NoteDeletedData } from './webhooks/note-deleted-data.consumer';
import { ReceiveWebhookHandler } from './webhooks/receive-webhook.handler';
import { ReportedEndsRepository } from './webhooks/reported-ends.repository';
import { SecurityEventsController } from './webhooks/security-events.controller';
import { WebhookSecrets } from './webhooks/webhook-secrets';
import { WebhooksController } from './webhooks/webhooks.controller';

const entities = [
  ConnectTransactionEntity,
  StagedGrantEntity,
  ConsentEntity,
  DataKeyEntity,
  GrantEntity,
  GrantTokenEntity,
];

const controllers = [
  ConnectTransactionsController,
  CallbackController,
  AuthorizationsController,
  TokenLeasesController,
  WebhooksController,
  MetaChangesController,
  SecurityEventsController,
  VerifyWhenTokenRejected,
  FollowAccounts,
  NoteDeletedData,
  ownDataController(ServiceRoute('accounts'), ownDataSets, accountDataSets),
];

const connecting = [
  ConnectTransactionsRepository,
  ExpectedAccounts,
  StartConnectTransactionHandler,
  TakeTransaction,
  HandleCallbackHandler,
  CompleteWithoutChoice,
  RefuseGrant,
  FailTransaction,
  StagedGrants,
  CodeVerifiers,
  Siblings,
  CheckAgainHandler,
  DiscardHandler,
  TakeBackConsent,
  ListUnfinishedHandler,
  ReserveCandidates,
  ConfirmConnectTransactionHandler,
  ReadConnectTransactionHandler,
  SweepTransactions,
];

const granting = [
  KeyRingReaders,
  RewrapDataKeys,
  KeyMetrics,
  Vault,
  ForgetVaultReads,
  GrantVault,
  GrantsRepository,
  ConsentsRepository,
  StoreGrant,
  EndGrant,
  ChangeScopes,
  ReadAuthorizationHandler,
];

const keeping = [
  RefreshSchedule,
  RefreshLeases,
  FinishRefresh,
  RefreshGrant,
  FreshTokens,
  RefreshDueTokens,
  LeaseTokenHandler,
  VerificationsRepository,
  RecordFinding,
  VerifyGrantHandler,
  RunVerification,
  VerificationSweep,
  ExtendEnd,
  AnnounceEnds,
  CheckAuthorizationHandler,
  VerifyDueGrants,
  RevocationCopies,
  RevocationsRepository,
  OpenAttempts,
  RevokeGrantHandler,
  TellPlatform,
  RevocationOrdersRepository,
  CarryOutOrders,
  ReportedEndsRepository,
  ReceiveWebhookHandler,
  EarlyMessages,
  ApplyReportedEnds,
  ForgetWebhooks,
];

@Module({})
export class AppModule {
  static with(config: OAuthConfig, clock: Clock): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PersistenceModule.forRoot({
          url: config.DATABASE_URL,
          routerUrl: config.DATABASE_ROUTER_URL,
          schema: 'oauth',
          entities,
          migrations,
        }),
        MessagingModule.forRoot({
          service: 'oauth',
          group: 'oauth.grants',
          connection: messagingConnection(config),
          publishes: [topics.authorization, topics.erasure],
          deadLetterAccess: operatorsOnly,
        }),
        IdentityModule.forRoot({
          service: 'oauth',
          privateKeyFile: config.IDENTITY_PRIVATE_KEY_FILE,
          publicKeysFile: config.IDENTITY_PUBLIC_KEYS_FILE,
        }),
      ],
      controllers,
      providers: [
        ...connecting,
        ...granting,
        ...keeping,
        { provide: Clock, useValue: clock },
        {
          provide: ConnectPlatforms,
          useFactory: () =>
            createPlatforms(config, counted({ profile: config.CONNECT_PROFILE, now: () => clock.now() })),
        },
        { provide: Envelope, inject: [KeyRingFile], useFactory: (ring: KeyRingFile) => new Envelope(ring) },
        {
          provide: KeyRingFile,
          inject: [UnitOfWork],
          useFactory: async (unitOfWork: UnitOfWork) => {
            const ring = keyRing(config);
            await recogniseKeys(unitOfWork, ring, readKeyFile(config.VAULT_LOOKUP_KEY_FILE));
            return ring;
          },
        },
        {
          provide: PlatformHashes,
          useFactory: () => new PlatformHashes(readKeyFile(config.VAULT_LOOKUP_KEY_FILE)),
        },
        { provide: VaultReadRate, useFactory: () => new VaultReadRate(config.VAULT_READS_PER_MINUTE) },
        { provide: VaultReadMemory, useFactory: () => new VaultReadMemory(config.VAULT_READS_KEEP_DAYS) },
        { provide: SweepSettings, useFactory: () => new SweepSettings(config.VERIFY_EVERY_HOURS * 3600) },
        {
          provide: WebhookMemory,
          useFactory: () => new WebhookMemory(config.WEBHOOK_KEEP_DAYS, config.DELETION_STATUS_DAYS),
        },
        { provide: WebhookSecrets, useFactory: () => webhookSecrets(config) },
        {
          provide: AccountsPort,
          inject: [InternalClient],
          useFactory: (client: InternalClient) => new HttpAccounts(client, config.ACCOUNTS_URL),
        },
      ],
    };
  }
}

function keyRing({ VAULT_KEY_RING_FILE: path }: OAuthConfig): KeyRingFile {
  const logger = new Logger('KeyRing');
  return new KeyRingFile(path, (err) =>
    logger.error({ alarm: 'key_ring_refused', err }, 'a changed key ring is refused'),
  );
}

function webhookSecrets(config: OAuthConfig): WebhookSecrets {
  const { TIKTOK_CLIENT_KEY, PUBLIC_URL } = config;
  const key = readKeyFile(config.VAULT_LOOKUP_KEY_FILE);
  const live = (...given: (string | undefined)[]) => given.flatMap((secret) => secret ?? []);
  const secrets = [
    live(config.META_APP_SECRET, config.META_APP_SECRET_PREVIOUS),
    live(config.TIKTOK_CLIENT_SECRET, config.TIKTOK_CLIENT_SECRET_PREVIOUS),
  ] as const;
  return new WebhookSecrets(...secrets, TIKTOK_CLIENT_KEY, PUBLIC_URL, key, config.META_WEBHOOK_VERIFY_TOKEN);
}
