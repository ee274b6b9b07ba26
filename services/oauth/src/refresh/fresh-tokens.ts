import { AppError, oauthErrors } from '@creator-connect/contracts';
import { type Tx, UnitOfWork, type WorkClaim } from '@creator-connect/persistence';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock';
import { type Grant, isFresh } from '../grants/domain/grant';
import { type GrantAddress, GrantsRepository } from '../grants/persistence/grants.repository';
import { leaseSeconds, RefreshLeases } from './refresh-leases';
import { RefreshGrant } from './refresh-grant';

const waitMs = 100;
const patienceMs = leaseSeconds * 1000 + 5_000;

type Look = { kind: 'usable'; grant: Grant } | { kind: 'claimed'; claim: WorkClaim } | { kind: 'wait' };

/**
 * Makes sure that a grant's access token can be used. However many processes need it at once, one of them renews it and
 * the others wait for what it writes (messaging.md, "Token refresh").
 */
@Injectable()
export class FreshTokens {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly grants: GrantsRepository,
    private readonly leases: RefreshLeases,
    private readonly refreshing: RefreshGrant,
    private readonly clock: Clock,
  ) {}

  /**
   * `refused` is the version of the tokens that the platform just refused: they are renewed even if their time is not
   * over, unless somebody has renewed them already. A token that can not be renewed is handed out as it is. Throws
   * `oauth.no_authorization` when there is no live grant (any more).
   */
  async ensure(address: GrantAddress, refused?: number): Promise<Grant> {
    const deadline = this.clock.now().getTime() + patienceMs;
    for (;;) {
      const look = await this.look(address, refused);
      if (look.kind === 'usable') return look.grant;
      if (look.kind === 'claimed') {
        const result = await this.refreshing.run(look.claim);
        if (result === 'later') throw new AppError(oauthErrors.platformUnavailable);
        continue;
      }
      if (this.clock.now().getTime() > deadline) throw new AppError(oauthErrors.refreshInProgress);
      await new Promise((resolve) => setTimeout(resolve, waitMs));
    }
  }

  private look({ organisationId, grantId }: GrantAddress, refused: number | undefined): Promise<Look> {
    return this.unitOfWork.tenant(organisationId, async (tx) => {
      const seen = live(await this.grants.find(tx, grantId));
      if (this.isUsable(seen, refused)) return { kind: 'usable', grant: seen };
      // Whoever finishes a renewal locks the grant first: with the lock we see what they wrote, or hold them off.
      const grant = live(await this.grants.lockById(tx, grantId));
      if (this.isUsable(grant, refused)) return { kind: 'usable', grant };
      return this.claim(tx, grant);
    });
  }

  private async claim(tx: Tx, grant: Grant): Promise<Look> {
    const state = await this.leases.state(tx, grant.id);
    if (!state) return { kind: 'usable', grant };
    if (state.leased) return { kind: 'wait' };
    if (state.backoffSeconds !== null) {
      throw new AppError(oauthErrors.platformUnavailable, { retryAfterSeconds: state.backoffSeconds });
    }
    const claim = await this.leases.take(tx, grant.id);
    return claim ? { kind: 'claimed', claim } : { kind: 'wait' };
  }

  private isUsable(grant: Grant, refused: number | undefined): boolean {
    return refused === undefined ? isFresh(grant.accessExpiresAt, this.clock.now()) : grant.tokenVersion !== refused;
  }
}

function live(grant: Grant | null): Grant {
  if (grant?.state !== 'live') throw new AppError(oauthErrors.noAuthorization);
  return grant;
}
