import { AppError, oauthErrors } from '@creator-connect/contracts';
import { type GrantTokens, PlatformError } from '@creator-connect/platforms';
import { UnitOfWork } from '@creator-connect/persistence';
import { Secret } from '@creator-connect/security';
import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../clock';
import { type Grant, isFresh } from '../grants/domain/grant';
import { EndGrant } from '../grants/end-grant';
import { deathOf, ruleOf } from '../grants/grant-death';
import { GrantVault } from '../grants/grant-vault';
import { type GrantAddress, GrantsRepository } from '../grants/persistence/grants.repository';
import { ConnectPlatforms } from '../platforms/connect-platform';
import { leaseSeconds, RefreshLeases } from './refresh-leases';
import { RefreshSchedule } from './refresh-schedule';

const waitMs = 100;
const patienceMs = leaseSeconds * 1000 + 5_000;

interface Turn {
  grant: Grant;
  epoch: string;
  refreshToken: Secret;
}

/**
 * Makes sure that a grant's access token can be used. However many processes need it at once, one of them renews it and
 * the others wait for what it writes (messaging.md, "Token refresh"): a rotating refresh token must be spent once.
 */
@Injectable()
export class FreshTokens {
  private readonly logger = new Logger(FreshTokens.name);

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly grants: GrantsRepository,
    private readonly vault: GrantVault,
    private readonly leases: RefreshLeases,
    private readonly schedule: RefreshSchedule,
    private readonly ending: EndGrant,
    private readonly platforms: ConnectPlatforms,
    private readonly clock: Clock,
  ) {}

  /**
   * `refused` is the token version that the platform just refused: it is renewed even if its time is not over, unless
   * somebody has renewed it already. Throws `oauth.no_authorization` when there is no live grant (any more).
   */
  async ensure(address: GrantAddress, refused?: number): Promise<Grant> {
    const deadline = this.clock.now().getTime() + patienceMs;
    for (;;) {
      const grant = await this.live(address);
      const usable =
        refused === undefined ? isFresh(grant.accessExpiresAt, this.clock.now()) : grant.tokenVersion !== refused;
      if (usable || !this.platforms.get(grant.platform).grants.refresher) return grant;
      const turn = await this.begin(address, grant.tokenVersion);
      if (turn) return this.renew(turn);
      if (this.clock.now().getTime() > deadline) throw new AppError(oauthErrors.refreshInProgress);
      await new Promise((resolve) => setTimeout(resolve, waitMs));
    }
  }

  private live({ organisationId, grantId }: GrantAddress): Promise<Grant> {
    return this.unitOfWork.tenant(organisationId, async (tx) => {
      const grant = await this.grants.find(tx, grantId);
      if (grant?.state !== 'live') throw new AppError(oauthErrors.noAuthorization);
      return grant;
    });
  }

  /** Takes the lease and notes the attempt in a short transaction of its own; undefined while it is not our turn. */
  private begin({ organisationId, grantId }: GrantAddress, tokenVersion: number): Promise<Turn | undefined> {
    return this.unitOfWork.tenant(organisationId, async (tx) => {
      const epoch = await this.leases.take(tx, grantId);
      if (epoch === undefined) return undefined;
      const grant = await this.grants.lockById(tx, grantId);
      // Renewed or ended between our look and the lease: look again.
      if (grant?.state !== 'live' || grant.tokenVersion !== tokenVersion) {
        await this.leases.release(tx, grantId, epoch, 'superseded', 0);
        return undefined;
      }
      const access = { service: 'oauth', purpose: 'refresh' };
      const refreshToken = await this.vault.openToken(tx, grant, 'refresh', access);
      if (!refreshToken) throw new AppError(oauthErrors.noAuthorization);
      const note = JSON.stringify({ tokenVersion, at: this.clock.now().toISOString() });
      await this.leases.noteAttempt(tx, grantId, epoch, await this.vault.sealNote(tx, grant, 'attempt', note));
      return { grant, epoch, refreshToken };
    });
  }

  private async renew(turn: Turn): Promise<Grant> {
    const { grant, refreshToken } = turn;
    const refresher = this.platforms.get(grant.platform).grants.refresher!;
    let tokens: GrantTokens;
    try {
      tokens = await refresher.refresh(refreshToken);
    } catch (error) {
      if (!(error instanceof PlatformError)) throw error;
      return this.failed(turn, error);
    }
    return this.write(turn, tokens);
  }

  /** The new refresh token is stored before anybody uses the new access token (security OC-12). */
  private write({ grant, epoch }: Turn, tokens: GrantTokens): Promise<Grant> {
    return this.unitOfWork.tenant(grant.organisationId, async (tx) => {
      const current = await this.grants.lockById(tx, grant.id);
      if (current?.state !== 'live' || !(await this.leases.isMine(tx, grant.id, epoch))) {
        throw new AppError(oauthErrors.noAuthorization);
      }
      const fresh: Grant = {
        ...current,
        tokenVersion: current.tokenVersion + 1,
        accessExpiresAt: tokens.accessExpiresAt,
        refreshExpiresAt: tokens.refreshExpiresAt ?? current.refreshExpiresAt,
      };
      await this.grants.save(tx, fresh);
      await this.vault.putTokens(tx, fresh, {
        access: Secret.of(tokens.accessToken.reveal()),
        ...(tokens.refreshToken && { refresh: Secret.of(tokens.refreshToken.reveal()) }),
      });
      await this.schedule.plan(tx, fresh, this.clock.now());
      return fresh;
    });
  }

  /** Only an answer of the closed list ends the grant, and only if nobody stored another token meanwhile. */
  private async failed({ grant, epoch }: Turn, error: PlatformError): Promise<never> {
    const death = error.deathCause && deathOf(error.deathCause);
    await this.unitOfWork.tenant(grant.organisationId, async (tx) => {
      const current = await this.grants.lockById(tx, grant.id);
      const unchanged = current?.state === 'live' && current.tokenVersion === grant.tokenVersion;
      if (death && unchanged && (await this.leases.isMine(tx, grant.id, epoch))) {
        const observedAt = this.clock.now();
        const answer = { ...error.answer };
        await this.ending.end(tx, current, { ...death, rule: ruleOf(error.answer), answer, observedAt, by: 'person' });
        return;
      }
      await this.leases.release(tx, grant.id, epoch, error.kind, retrySeconds(error, this.clock.now()));
    });
    this.logger.warn({ err: error, answer: error.answer, grantId: grant.id }, 'tokens could not be renewed');
    throw new AppError(death ? oauthErrors.noAuthorization : oauthErrors.platformUnavailable, { cause: error });
  }
}

function retrySeconds(error: PlatformError, now: Date): number {
  if (error.failure.kind !== 'throttled') return 60;
  return Math.max(1, (error.failure.until.getTime() - now.getTime()) / 1000);
}
