import { PermissionsChanged } from '@creator-connect/contracts';
import { Outbox } from '@creator-connect/messaging';
import { countAlarm } from '@creator-connect/observability';
import type { Tx } from '@creator-connect/persistence';
import { compareScopes } from '@creator-connect/platforms';
import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../clock';
import { ConnectPlatforms } from '../platforms/connect-platform';
import type { Grant } from './domain/grant';
import { EndGrant } from './end-grant';
import { GrantsRepository } from './persistence/grants.repository';

/** What the platform says now that a grant allows. */
@Injectable()
export class ChangeScopes {
  private readonly logger = new Logger(ChangeScopes.name);

  constructor(
    private readonly platforms: ConnectPlatforms,
    private readonly grants: GrantsRepository,
    private readonly ending: EndGrant,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /**
   * Ends the grant when a required permission is gone, publishes any other change, and saves the grant in each case. The
   * grant is locked and live.
   */
  async observe(tx: Tx, grant: Grant, scopes: readonly string[], rule: string): Promise<Grant> {
    const { missingRequired, missingOptional, surplus } = compareScopes(
      this.platforms.get(grant.platform).grants.scopes,
      scopes,
    );
    if (surplus.length > 0) {
      countAlarm('scopes_surplus');
      this.logger.error({ alarm: 'scopes_surplus', grantId: grant.id }, 'a grant allows too much');
    }
    const observedAt = this.clock.now();
    const observed: Grant = { ...grant, scopes, missingScopes: [...missingRequired, ...missingOptional] };
    if (missingRequired.length > 0) {
      const answer = { missing: missingRequired };
      const cause = 'permission_lost';
      return this.ending.end(tx, observed, { kind: 'expired', cause, rule, answer, observedAt, by: 'person' });
    }
    if (sameScopes(grant.scopes, scopes)) {
      await this.grants.save(tx, grant);
      return grant;
    }
    const changed = { ...observed, eventVersion: grant.eventVersion + 1 };
    await this.grants.save(tx, changed);
    await this.outbox.add(tx, PermissionsChanged, changedEvent(changed, observedAt), {
      aggregateVersion: changed.eventVersion,
    });
    return changed;
  }
}

function sameScopes(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((scope) => right.includes(scope));
}

function changedEvent(grant: Grant, observedAt: Date): PermissionsChanged {
  return {
    organisationId: grant.organisationId,
    influencerId: grant.influencerId,
    accountId: grant.socialAccountId,
    platform: grant.platform,
    scopes: [...grant.scopes],
    missingScopes: [...grant.missingScopes],
    observedAt: observedAt.toISOString(),
    grantVersion: grant.version,
  };
}
