import 'reflect-metadata';
import { Outbox } from '@creator-connect/messaging';
import { PersistenceModule, RoutingPool } from '@creator-connect/persistence';
import { AppError } from '@creator-connect/contracts';
import { Envelope, KeyRing, readKeyFile } from '@creator-connect/security';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Clock, SystemClock } from '../../src/clock';
import { ExtendEnd } from '../../src/expiry/extend-end';
import { ChangeScopes } from '../../src/grants/change-scopes';
import { EndGrant } from '../../src/grants/end-grant';
import { GrantVault } from '../../src/grants/grant-vault';
import { ConsentsRepository } from '../../src/grants/persistence/consents.repository';
import { DataKeyEntity } from '../../src/grants/persistence/data-key.entity';
import { GrantTokenEntity } from '../../src/grants/persistence/grant-token.entity';
import { GrantEntity } from '../../src/grants/persistence/grant.entity';
import { type GrantAddress, GrantsRepository } from '../../src/grants/persistence/grants.repository';
import { PlatformHashes } from '../../src/grants/vault/platform-hashes';
import { VaultReadRate } from '../../src/grants/vault/read-rate';
import { Vault } from '../../src/grants/vault/vault';
import { oauthConfig } from '../../src/oauth.config';
import { ConnectPlatforms } from '../../src/platforms/connect-platform';
import { createPlatforms } from '../../src/platforms/create-platforms';
import { FinishRefresh } from '../../src/refresh/finish-refresh';
import { FreshTokens } from '../../src/refresh/fresh-tokens';
import { RefreshDueTokens } from '../../src/refresh/refresh-due-tokens';
import { RefreshGrant } from '../../src/refresh/refresh-grant';
import { RefreshLeases } from '../../src/refresh/refresh-leases';
import { RefreshSchedule } from '../../src/refresh/refresh-schedule';
import { RevocationsRepository } from '../../src/revocation/revocations.repository';
import { VerificationsRepository } from '../../src/verification/verifications.repository';

/** What renews tokens, as the service binds it, without the rest: such a process is there again in a second. */
const config = oauthConfig();
/** Events stay in the outbox: there is no relay to wake. */
const nobodyToWake = { ring: () => undefined } as unknown as ConstructorParameters<typeof Outbox>[0];

@Module({
  imports: [
    PersistenceModule.forRoot({
      url: config.DATABASE_URL,
      routerUrl: config.DATABASE_ROUTER_URL,
      schema: 'oauth',
      entities: [GrantEntity, GrantTokenEntity, DataKeyEntity],
    }),
  ],
  providers: [
    Vault,
    { provide: VaultReadRate, useFactory: () => new VaultReadRate(Infinity) },
    GrantVault,
    GrantsRepository,
    ConsentsRepository,
    RevocationsRepository,
    VerificationsRepository,
    EndGrant,
    ChangeScopes,
    ExtendEnd,
    RefreshSchedule,
    RefreshLeases,
    FinishRefresh,
    RefreshGrant,
    FreshTokens,
    RefreshDueTokens,
    { provide: Clock, useClass: SystemClock },
    { provide: Outbox, useFactory: () => new Outbox(nobodyToWake) },
    { provide: ConnectPlatforms, useFactory: () => createPlatforms(config, { profile: 'local' }) },
    { provide: PlatformHashes, useFactory: () => new PlatformHashes(readKeyFile(config.VAULT_LOOKUP_KEY_FILE)) },
    { provide: Envelope, useFactory: () => new Envelope(KeyRing.fromFile(config.VAULT_KEY_RING_FILE)) },
  ],
})
class RotationModule {}

async function main(): Promise<void> {
  process.once('disconnect', () => process.exit(1));
  const app = await NestFactory.createApplicationContext(RotationModule, { logger: false, abortOnError: false });
  process.send?.('ready');
  const text = `SELECT id AS "grantId", org_id AS "organisationId" FROM grants WHERE state = 'live'`;
  const router = app.get(RoutingPool);
  const fresh = app.get(FreshTokens);
  // Needs of many callers at once, besides the schedule.
  for (;;) {
    const grants = await router.query<GrantAddress>(`${text} ORDER BY random() LIMIT 1`);
    await Promise.all(grants.map((grant) => fresh.ensure(grant).catch(ignoreAppErrors)));
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
}

function ignoreAppErrors(error: unknown): void {
  if (!(error instanceof AppError)) throw error;
}

main().catch((error: unknown) => {
  process.stderr.write(`${String((error as Error).stack)}\n`);
  process.exit(1);
});
