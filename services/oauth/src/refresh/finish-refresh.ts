import { settleWork, type Tx, UnitOfWork, type WorkClaim } from '@creator-connect/persistence';
import type { PlatformError } from '@creator-connect/platforms';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock';
import { ExtendEnd } from '../expiry/extend-end';
import { ChangeScopes } from '../grants/change-scopes';
import type { Grant } from '../grants/domain/grant';
import { EndGrant } from '../grants/end-grant';
import { deathOf, ruleOf } from '../grants/grant-death';
import { GrantVault } from '../grants/grant-vault';
import { GrantsRepository } from '../grants/persistence/grants.repository';
import { retryInSeconds } from '../retry-in-seconds';
import type { RefreshAttempt, RenewedTokens } from './refresh-attempt';
import { RefreshLeases } from './refresh-leases';
import { RefreshSchedule, refreshWork } from './refresh-schedule';

/** `later`: it failed and is planned again. `lost`: somebody else has taken over; look again. */
export type RefreshResult = 'renewed' | 'ended' | 'later' | 'lost';

/** The third step of a renewal: what came of it, in one transaction that only commits while the lease is ours. */
@Injectable()
export class FinishRefresh {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly grants: GrantsRepository,
    private readonly vault: GrantVault,
    private readonly leases: RefreshLeases,
    private readonly schedule: RefreshSchedule,
    private readonly scopes: ChangeScopes,
    private readonly extending: ExtendEnd,
    private readonly ending: EndGrant,
    private readonly clock: Clock,
  ) {}

  succeed(claim: WorkClaim, { tokenVersion, answer }: RefreshAttempt): Promise<RefreshResult> {
    return this.unitOfWork.tenant(claim.orgId, async (tx) => {
      const grant = await this.lockMine(tx, claim);
      if (!grant) return 'lost';
      if (grant.state !== 'live' || grant.tokenVersion !== tokenVersion || !answer) return this.settle(tx, claim);
      const fresh = swapped(grant, answer);
      await this.vault.putTokens(tx, fresh, {
        access: answer.access,
        ...(answer.refresh && { refresh: answer.refresh }),
      });
      await this.schedule.plan(tx, fresh, this.clock.now());
      const told = await this.extending.notice(tx, fresh);
      const observed = await this.scopes.observe(tx, told, answer.scopes ?? told.scopes, `${grant.platform}.refresh`);
      return observed.state === 'live' ? 'renewed' : 'ended';
    });
  }

  /** Only an answer of the closed list ends the grant, and only if nobody has stored another token meanwhile. */
  fail(claim: WorkClaim, tokenVersion: number, error: PlatformError): Promise<RefreshResult> {
    return this.unitOfWork.tenant(claim.orgId, async (tx) => {
      const grant = await this.lockMine(tx, claim);
      if (!grant) return 'lost';
      const unchanged = grant.state === 'live' && grant.tokenVersion === tokenVersion;
      if (!unchanged) return this.settle(tx, claim);
      const death = error.deathCause && deathOf(error.deathCause);
      if (death) {
        const ending = { ...death, rule: ruleOf(error.answer), answer: { ...error.answer }, by: 'person' as const };
        await this.ending.end(tx, grant, { ...ending, observedAt: this.clock.now() });
        return 'ended';
      }
      await this.leases.note(tx, claim, null);
      const inSeconds = retryInSeconds(error.failure, claim.attempts, this.clock.now());
      await settleWork(tx, refreshWork, claim, { due: { inSeconds }, error: error.kind });
      return 'later';
    });
  }

  /**
   * A process died between asking and noting the answer. The token may be spent: showing it again could make a platform
   * with reuse detection end every token of the person, so the person is asked instead (messaging.md, fault 25).
   */
  async interrupted(tx: Tx, grant: Grant): Promise<void> {
    await this.ending.end(tx, grant, {
      kind: 'expired',
      cause: 'refresh_token_dead',
      rule: 'oauth.refresh_interrupted',
      answer: null,
      observedAt: this.clock.now(),
      by: 'person',
    });
  }

  private async lockMine(tx: Tx, claim: WorkClaim): Promise<Grant | null> {
    const grant = await this.grants.lockById(tx, claim.id);
    return (await this.leases.notes(tx, claim)) === undefined ? null : grant;
  }

  private async settle(tx: Tx, claim: WorkClaim): Promise<RefreshResult> {
    await settleWork(tx, refreshWork, claim, { due: null });
    return 'ended';
  }
}

function swapped(grant: Grant, answer: RenewedTokens): Grant {
  return {
    ...grant,
    tokenVersion: grant.tokenVersion + 1,
    accessExpiresAt: answer.accessExpiresAt,
    refreshExpiresAt: answer.refreshExpiresAt ?? grant.refreshExpiresAt,
  };
}
