import { AppError, oauthErrors } from '@creator-connect/contracts';
import { UnitOfWork } from '@creator-connect/persistence';
import { PlatformError, type PlatformFailure } from '@creator-connect/platforms';
import type { Secret } from '@creator-connect/security';
import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../clock';
import type { Grant } from '../grants/domain/grant';
import { GrantVault } from '../grants/grant-vault';
import { type GrantAddress, GrantsRepository } from '../grants/persistence/grants.repository';
import { ConnectPlatforms } from '../platforms/connect-platform';
import { FreshTokens } from '../refresh/fresh-tokens';
import { type RenewedTokens, renewedFrom } from '../refresh/refresh-attempt';
import { askPlatform, type Finding, type Subject } from './ask-platform';
import { CircuitBreaker } from './circuit-breaker';
import { RecordFinding } from './record-finding';
import { VerificationsRepository } from './verifications.repository';

/**
 * `alive`: a real call worked. `ended`: it is dead, now or already. `unknown`: nothing was learned, nothing changes, and
 * it is worth asking again after a while.
 */
export type VerificationOutcome =
  { state: 'alive' | 'ended' } | { state: 'unknown'; failure: PlatformFailure; retryAfterMs?: number };

const access = { service: 'oauth', purpose: 'verify' };

export interface Look {
  /** A dead grant is not asked about, unless somebody wants to know whether what ended it is repaired. */
  endedToo: boolean;
  /** How often in a row the platform said that the account is gone. */
  goneBefore: number;
}

/** Asks the platform whether a grant still lives, outside of any transaction, and writes down what was found. */
@Injectable()
export class VerifyGrantHandler {
  private readonly logger = new Logger(VerifyGrantHandler.name);
  private readonly breaker = new CircuitBreaker();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly grants: GrantsRepository,
    private readonly vault: GrantVault,
    private readonly fresh: FreshTokens,
    private readonly platforms: ConnectPlatforms,
    private readonly record: RecordFinding,
    private readonly verifications: VerificationsRepository,
    private readonly clock: Clock,
  ) {}

  async handle(address: GrantAddress, { endedToo, goneBefore }: Look): Promise<VerificationOutcome> {
    const grant = await this.find(address);
    if (!grant || grant.state === 'revoked') return { state: 'ended' };
    if (grant.state === 'expired' && !endedToo) return { state: 'ended' };
    const retryAfterMs = this.breaker.waitMs(grant.platform, this.clock.now());
    if (retryAfterMs > 0) return { state: 'unknown', failure: { kind: 'transient' }, retryAfterMs };
    try {
      const current = grant.state === 'live' ? await this.fresh.ensure(address) : grant;
      return await this.judge(address, current, goneBefore);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      if (error.code === oauthErrors.noAuthorization.code) return { state: 'ended' };
      if (!error.retryable) throw error;
      // The renewal that had to come first found the platform unavailable.
      this.breaker.failed(grant.platform, this.clock.now());
      return { state: 'unknown', failure: { kind: 'transient' } };
    }
  }

  /** One look with the tokens as they are. Nothing is written. */
  look(grant: Grant): Promise<Finding> {
    return this.ask(grant, 0);
  }

  private async judge(address: GrantAddress, grant: Grant, goneBefore: number): Promise<VerificationOutcome> {
    const finding = await this.ask(grant, goneBefore);
    if (finding.state === 'access_refused') return this.renewAndAsk(address, grant, finding, goneBefore);
    return this.conclude(grant, finding);
  }

  /** The platform refuses the access token; what it says to the refresh token decides, and ends the grant by itself. */
  private async renewAndAsk(
    address: GrantAddress,
    grant: Grant,
    refused: Extract<Finding, { state: 'access_refused' }>,
    goneBefore: number,
  ): Promise<VerificationOutcome> {
    if (grant.state !== 'live') return this.reviveAndAsk(grant, goneBefore);
    const renewed = await this.fresh.ensure(address, grant.tokenVersion);
    if (renewed.tokenVersion === grant.tokenVersion) {
      return this.conclude(grant, this.record.unrenewable(refused.error));
    }
    const finding = await this.ask(renewed, goneBefore);
    // A brand-new token that is refused proves nothing.
    if (finding.state === 'access_refused') return { state: 'unknown', failure: { kind: 'unknown' } };
    return this.conclude(renewed, finding);
  }

  /**
   * What ended it may be repaired, and its access token has run out meanwhile. A refresh token is tried only where that
   * spends nothing: elsewhere its person is asked.
   */
  private async reviveAndAsk(grant: Grant, goneBefore: number): Promise<VerificationOutcome> {
    const { refresher } = this.platforms.get(grant.platform).grants;
    const refreshToken = refresher && !refresher.rotates && (await this.openRefreshToken(grant));
    if (!refreshToken) return { state: 'ended' };
    let renewed: RenewedTokens;
    try {
      renewed = renewedFrom(await refresher.refresh(refreshToken));
    } catch (error) {
      if (!(error instanceof PlatformError)) throw error;
      return error.deathCause ? { state: 'ended' } : { state: 'unknown', failure: error.failure };
    }
    const finding = await this.ask(grant, goneBefore, renewed.access);
    if (finding.state === 'access_refused') return { state: 'unknown', failure: { kind: 'unknown' } };
    return this.conclude(grant, finding, renewed);
  }

  private async ask(grant: Grant, goneBefore: number, renewed?: Secret): Promise<Finding> {
    const stored = await this.open(grant, goneBefore);
    const subject = renewed ? { ...stored, access: renewed } : stored;
    const finding = await askPlatform(this.platforms.get(grant.platform), subject);
    if (finding.state !== 'unknown') this.breaker.succeeded(grant.platform);
    // Only what says nothing about this one account speaks of the platform.
    else if (finding.failure.kind === 'transient') this.breaker.failed(grant.platform, this.clock.now());
    return finding;
  }

  private async conclude(
    grant: Grant,
    finding: Exclude<Finding, { state: 'access_refused' }>,
    renewed?: RenewedTokens,
  ): Promise<VerificationOutcome> {
    if (finding.state === 'unknown') {
      this.logger.warn({ grantId: grant.id, failure: finding.failure.kind }, 'a grant could not be verified');
      return finding;
    }
    await this.unitOfWork.tenant(grant.organisationId, (tx) => this.record.record(tx, grant, finding, renewed));
    if (finding.state === 'dead' && finding.death.kind === 'revoked') await this.doubtSiblings(grant);
    return { state: finding.state === 'alive' ? 'alive' : 'ended' };
  }

  /** The person took the whole consent back: what else rests on it is looked at now, not at its turn. */
  private async doubtSiblings({ id, personHash }: Grant): Promise<void> {
    for (const { grantId, organisationId } of personHash ? await this.grants.locateByPerson(personHash) : []) {
      if (grantId === id) continue;
      await this.unitOfWork.tenant(organisationId, async (tx) => {
        const sibling = await this.grants.lockById(tx, grantId);
        if (sibling?.state === 'live') await this.verifications.ask(tx, sibling, 'consent_revoked');
      });
    }
  }

  private find({ organisationId, grantId }: GrantAddress): Promise<Grant | null> {
    return this.unitOfWork.tenant(organisationId, (tx) => this.grants.find(tx, grantId));
  }

  private openRefreshToken(grant: Grant): Promise<Secret | null> {
    return this.unitOfWork.tenant(grant.organisationId, (tx) => this.vault.openToken(tx, grant, 'refresh', access));
  }

  private open(grant: Grant, goneBefore: number): Promise<Subject> {
    return this.unitOfWork.tenant(grant.organisationId, async (tx) => {
      const token = await this.vault.openToken(tx, grant, 'access', access);
      if (!token) throw new AppError(oauthErrors.noAuthorization);
      return { access: token, ids: await this.vault.openIds(tx, grant, access), scopes: grant.scopes, goneBefore };
    });
  }
}
