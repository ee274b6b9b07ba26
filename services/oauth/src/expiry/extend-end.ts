import { AuthExtended } from '@creator-connect/contracts';
import { Outbox } from '@creator-connect/messaging';
import type { Tx } from '@creator-connect/persistence';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock';
import { isExtended, toldAtFirst } from '../grants/domain/ends';
import type { Grant } from '../grants/domain/grant';

/** Takes an announced end back that has moved away, so that nobody is asked for what is no longer needed. */
@Injectable()
export class ExtendEnd {
  constructor(
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** The grant, to be saved by the caller; changed when there was something to tell. */
  async notice(tx: Tx, grant: Grant): Promise<Grant> {
    if (!isExtended(grant)) return grant;
    const extended = { ...grant, told: toldAtFirst(grant), eventVersion: grant.eventVersion + 1 };
    const {
      organisationId,
      influencerId,
      socialAccountId: accountId,
      platform,
      version: grantVersion,
      told,
    } = extended;
    const observedAt = this.clock.now().toISOString();
    const ids = { organisationId, influencerId, accountId };
    const data = { ...ids, platform, endsAt: told.endsAt?.toISOString() ?? null, observedAt, grantVersion };
    await this.outbox.add(tx, AuthExtended, data, { aggregateVersion: extended.eventVersion });
    return extended;
  }
}
