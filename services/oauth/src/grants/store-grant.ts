import { AccountAuthorized, AppError, newId, oauthErrors, type Platform } from '@creator-connect/contracts';
import { Outbox } from '@creator-connect/messaging';
import { currentInfluencer, sqlRows, type Tx } from '@creator-connect/persistence';
import type { Secret } from '@creator-connect/security';
import { Injectable } from '@nestjs/common';
import { RefreshSchedule } from '../refresh/refresh-schedule';
import { VerificationSweep } from '../verification/verification-sweep';
import { EarlyMessages } from '../webhooks/early-messages';
import { authorizedEvent } from './authorized-event';
import { toldAtFirst } from './domain/ends';
import type { Grant, PlatformIds, TokenField } from './domain/grant';
import { GrantVault } from './grant-vault';
import { ConsentsRepository } from './persistence/consents.repository';
import { GrantsRepository } from './persistence/grants.repository';
import { PlatformHashes } from './vault/platform-hashes';

/** Version of the text on the page that asks for consent. */
export const CONSENT_TEXT_VERSION = '2026-11-01';
const CONSENT_PURPOSE = 'posts and their performance for the organisation named on the page';

/** A grant that was staged, probed and confirmed. */
export interface NewGrant {
  organisationId: string;
  influencerId: string;
  socialAccountId: string;
  /** As accounts says: this social account was never authorized before. */
  first: boolean;
  platform: Platform;
  appRegistration: string;
  flow: 'application' | 'link' | 'dashboard';
  proof: string;
  authorizedBy: string;
  authorizedAt: Date;
  ids: PlatformIds;
  scopes: readonly string[];
  missingScopes: readonly string[];
  tokens: Partial<Record<TokenField, Secret>>;
  accessExpiresAt: Date | null;
  refreshExpiresAt: Date | null;
  dataAccessExpiresAt: Date | null;
}

/** Inserts the grant of a social account, or swaps in a new one under the same account (architecture decision 4). */
@Injectable()
export class StoreGrant {
  constructor(
    private readonly grants: GrantsRepository,
    private readonly vault: GrantVault,
    private readonly consents: ConsentsRepository,
    private readonly schedule: RefreshSchedule,
    private readonly sweep: VerificationSweep,
    private readonly hashes: PlatformHashes,
    private readonly early: EarlyMessages,
    private readonly outbox: Outbox,
  ) {}

  async store(tx: Tx, confirmed: NewGrant): Promise<Grant> {
    // Two attempts for one new account have no row yet to lock; a short transaction without network calls may wait.
    await sqlRows(tx, 'SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [confirmed.socialAccountId]);
    // Confirmed while its person was being erased: nothing of it is kept. While their entry became part of another: it is that one's.
    const influencerId = await currentInfluencer(tx, confirmed.influencerId);
    if (!influencerId) throw new AppError(oauthErrors.noAuthorization);
    const fresh = { ...confirmed, influencerId };
    const existing = await this.grants.lockByAccount(tx, fresh.socialAccountId);
    const accountHash = this.hashes.account(fresh.platform, fresh.ids.accountId);
    assertSameAccount(existing, fresh, accountHash);

    const grant = await this.merge(tx, existing, fresh, accountHash);
    await this.grants.save(tx, grant);
    await this.vault.putTokens(tx, grant, fresh.tokens);
    await this.early.catchUp(tx, grant);
    await this.schedule.plan(tx, grant, fresh.authorizedAt);
    await this.sweep.plan(tx, grant);
    await this.consents.add(tx, {
      id: newId(),
      organisationId: grant.organisationId,
      influencerId: grant.influencerId,
      socialAccountId: grant.socialAccountId,
      platform: grant.platform,
      grantVersion: grant.version,
      textVersion: CONSENT_TEXT_VERSION,
      purpose: CONSENT_PURPOSE,
      scopes: [...grant.scopes],
      flow: grant.flow,
      proof: fresh.proof,
      givenAt: grant.authorizedAt,
      withdrawnAt: null,
    });
    await this.outbox.add(tx, AccountAuthorized, authorizedEvent(grant, fresh.first), {
      aggregateVersion: grant.eventVersion,
    });
    return grant;
  }

  private async merge(tx: Tx, existing: Grant | null, fresh: NewGrant, accountHash: Buffer): Promise<Grant> {
    const { socialAccountId, platform, flow, authorizedBy, authorizedAt, scopes, missingScopes } = fresh;
    const grant: Grant = {
      id: existing?.id ?? newId(),
      organisationId: fresh.organisationId,
      influencerId: fresh.influencerId,
      keyInfluencerId: existing?.keyInfluencerId ?? null,
      socialAccountId,
      platform,
      state: 'live',
      version: (existing?.version ?? 0) + 1,
      tokenVersion: (existing?.tokenVersion ?? 0) + 1,
      eventVersion: (existing?.eventVersion ?? 0) + 1,
      flow,
      authorizedBy,
      authorizedAt,
      scopes,
      missingScopes,
      accessExpiresAt: fresh.accessExpiresAt,
      // Google gives no second refresh token: then the stored one stays, with its end.
      refreshExpiresAt: fresh.tokens.refresh ? fresh.refreshExpiresAt : (existing?.refreshExpiresAt ?? null),
      dataAccessExpiresAt: fresh.dataAccessExpiresAt,
      told: toldAtFirst(fresh),
      accountHash,
      personHash: this.hashes.person(platform, fresh.appRegistration, fresh.ids.personId),
      sealedIds: null,
      end: null,
    };
    return { ...grant, sealedIds: await this.vault.sealIds(tx, grant, fresh.ids) };
  }
}

/** A social account is one account at the platform for ever (security OC-11). */
function assertSameAccount(existing: Grant | null, fresh: NewGrant, accountHash: Buffer): void {
  if (!existing) return;
  const same = existing.influencerId === fresh.influencerId && existing.platform === fresh.platform;
  if (!same || (existing.accountHash && !existing.accountHash.equals(accountHash))) {
    throw new AppError(oauthErrors.otherAccount);
  }
}
