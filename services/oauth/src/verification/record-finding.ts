import { AccountAuthorized } from '@creator-connect/contracts';
import { Outbox } from '@creator-connect/messaging';
import type { Tx } from '@creator-connect/persistence';
import type { PlatformError } from '@creator-connect/platforms';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock';
import { ExtendEnd } from '../expiry/extend-end';
import { authorizedEvent } from '../grants/authorized-event';
import { ChangeScopes } from '../grants/change-scopes';
import { isRenewable, toldAtFirst } from '../grants/domain/ends';
import type { Grant } from '../grants/domain/grant';
import { EndGrant } from '../grants/end-grant';
import { ruleOf } from '../grants/grant-death';
import { GrantVault } from '../grants/grant-vault';
import { GrantsRepository } from '../grants/persistence/grants.repository';
import type { RenewedTokens } from '../refresh/refresh-attempt';
import { RefreshSchedule } from '../refresh/refresh-schedule';
import type { Finding } from './ask-platform';

type Certain = Extract<Finding, { state: 'alive' | 'dead' }>;

/** Writes what a look at the platform taught. Nothing is written over what changed while the platform was asked. */
@Injectable()
export class RecordFinding {
  constructor(
    private readonly grants: GrantsRepository,
    private readonly vault: GrantVault,
    private readonly ending: EndGrant,
    private readonly scopes: ChangeScopes,
    private readonly schedule: RefreshSchedule,
    private readonly extending: ExtendEnd,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** `renewed`: tokens that were got to look at a grant that has ended; stored if it lives. */
  async record(tx: Tx, looked: Grant, finding: Certain, renewed?: RenewedTokens): Promise<void> {
    const grant = await this.grants.lockById(tx, looked.id);
    const same = grant?.eventVersion === looked.eventVersion && grant.tokenVersion === looked.tokenVersion;
    if (!grant || !same) return;
    if (finding.state === 'alive') return this.alive(tx, await this.keep(tx, grant, renewed), finding);
    const { death, rule, answer } = finding;
    // Expired and still dead is no news; expired and now taken back by the person is.
    if (grant.state === 'expired' && death.kind === 'expired') return;
    await this.ending.end(tx, grant, { ...death, rule, answer, observedAt: this.clock.now(), by: 'person' });
  }

  /** A refused access token without a refresh token to replace it. */
  unrenewable({ answer }: PlatformError): Certain {
    const death = { kind: 'expired', cause: 'token_expired' } as const;
    return { state: 'dead', death, rule: ruleOf(answer), answer: { ...answer } };
  }

  private async keep(tx: Tx, grant: Grant, renewed?: RenewedTokens): Promise<Grant> {
    if (!renewed) return grant;
    await this.vault.putTokens(tx, grant, { access: renewed.access });
    return { ...grant, tokenVersion: grant.tokenVersion + 1, accessExpiresAt: renewed.accessExpiresAt };
  }

  private async alive(tx: Tx, grant: Grant, finding: Extract<Finding, { state: 'alive' }>): Promise<void> {
    const seen = {
      ...grant,
      dataAccessExpiresAt: finding.dataAccessExpiresAt ?? grant.dataAccessExpiresAt,
      // A token that is renewed has its end from the renewal; of any other the inspection knows it.
      ...(!isRenewable(grant) && { accessExpiresAt: finding.expiresAt }),
    };
    const living = grant.state === 'expired' ? await this.heal(tx, seen) : await this.extending.notice(tx, seen);
    await this.scopes.observe(tx, living, finding.scopes ?? living.scopes, `${grant.platform}.inspect.scopes`);
  }

  /** What ended it is repaired, e.g. the Page is linked again: the same consent lives on. */
  private async heal(tx: Tx, grant: Grant): Promise<Grant> {
    const healed: Grant = {
      ...grant,
      state: 'live',
      end: null,
      told: toldAtFirst(grant),
      version: grant.version + 1,
      eventVersion: grant.eventVersion + 1,
    };
    await this.grants.save(tx, healed);
    await this.schedule.plan(tx, healed, this.clock.now());
    await this.outbox.add(tx, AccountAuthorized, authorizedEvent(healed, false), {
      aggregateVersion: healed.eventVersion,
    });
    return healed;
  }
}
