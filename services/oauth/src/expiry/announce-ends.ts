import { AuthExpiring } from '@creator-connect/contracts';
import { failpoint, Outbox } from '@creator-connect/messaging';
import {
  databaseNow,
  DueWorker,
  RoutingPool,
  settleWork,
  type Tx,
  UnitOfWork,
  type WorkClaim,
  type WorkTable,
} from '@creator-connect/persistence';
import { Injectable } from '@nestjs/common';
import { dueNotice, isTheEnd, nextNotice, type Notice } from '../grants/domain/ends';
import type { Grant } from '../grants/domain/grant';
import { GrantsRepository } from '../grants/persistence/grants.repository';
import { VerificationsRepository } from '../verification/verifications.repository';

const expiringWork: WorkTable = { table: 'grants', prefix: 'expiring_' };

/**
 * Says 14, 7, 2 and 0 days ahead that an authorization ends which only its person can renew, and looks at it when the
 * time has come. Each step is one transaction with its event on the locked grant, which remembers the step: it is taken
 * once, however many replicas there are and whenever one dies.
 */
@Injectable()
export class AnnounceEnds extends DueWorker {
  constructor(
    routing: RoutingPool,
    unitOfWork: UnitOfWork,
    private readonly grants: GrantsRepository,
    private readonly verifications: VerificationsRepository,
    private readonly outbox: Outbox,
  ) {
    super(routing, unitOfWork, { work: expiringWork, leaseSeconds: 30, concurrency: 4 });
  }

  protected override handle(claim: WorkClaim): Promise<void> {
    return this.unitOfWork.tenant(claim.orgId, async (tx) => {
      const grant = await this.grants.lockById(tx, claim.id);
      if (!grant) return;
      const notice = dueNotice(grant, await databaseNow(tx));
      const after = notice ? await this.take(tx, grant, notice) : grant;
      await settleWork(tx, expiringWork, claim, { due: nextNotice(after)?.dueAt ?? null });
    });
  }

  private async take(tx: Tx, grant: Grant, notice: Notice): Promise<Grant> {
    const told = { endsAt: notice.endsAt, step: notice.step };
    if (isTheEnd(notice)) {
      await this.verifications.ask(tx, grant, 'end_reached');
      return this.saved(tx, { ...grant, told });
    }
    const announced = await this.saved(tx, { ...grant, told, eventVersion: grant.eventVersion + 1 });
    await this.outbox.add(tx, AuthExpiring, eventOf(announced, notice), { aggregateVersion: announced.eventVersion });
    await failpoint('expiry.before-commit');
    return announced;
  }

  private async saved(tx: Tx, grant: Grant): Promise<Grant> {
    await this.grants.save(tx, grant);
    return grant;
  }
}

function eventOf(grant: Grant, { endsAt, step: daysLeft }: Notice): AuthExpiring {
  return {
    organisationId: grant.organisationId,
    influencerId: grant.influencerId,
    accountId: grant.socialAccountId,
    platform: grant.platform,
    endsAt: endsAt.toISOString(),
    daysLeft,
    grantVersion: grant.version,
  };
}
