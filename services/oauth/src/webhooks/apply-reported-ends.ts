import { DataDeletionRequested } from '@creator-connect/contracts';
import { Outbox } from '@creator-connect/messaging';
import { DueWorker, RoutingPool, type Tx, UnitOfWork, type WorkClaim } from '@creator-connect/persistence';
import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { Grant } from '../grants/domain/grant';
import { EndGrant } from '../grants/end-grant';
import { GrantsRepository } from '../grants/persistence/grants.repository';
import { VerificationsRepository } from '../verification/verifications.repository';
import { type ReportedEnd, ReportedEndsRepository, reportedEndWork } from './reported-ends.repository';

/** The platform's clock and ours may differ, and its times are whole seconds. */
const skewMs = 60_000;

/** Ends what a platform said has ended (it knows already, so nobody has to tell it), and looks at what it put in doubt. */
@Injectable()
export class ApplyReportedEnds implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly worker: DueWorker;

  constructor(
    routing: RoutingPool,
    private readonly unitOfWork: UnitOfWork,
    private readonly ends: ReportedEndsRepository,
    private readonly grants: GrantsRepository,
    private readonly ending: EndGrant,
    private readonly verifications: VerificationsRepository,
    private readonly outbox: Outbox,
  ) {
    this.worker = new DueWorker(routing, unitOfWork, {
      work: reportedEndWork,
      leaseSeconds: 30,
      concurrency: 4,
      pollMs: 300,
      handle: (claim) => this.apply(claim),
    });
  }

  onApplicationBootstrap(): void {
    this.worker.start();
  }

  async onModuleDestroy(): Promise<void> {
    await this.worker.stop();
  }

  private async apply(claim: WorkClaim): Promise<void> {
    await this.unitOfWork.tenant(claim.orgId, async (tx) => {
      const end = await this.ends.find(tx, claim.id);
      if (!end) return;
      const grant = await this.grants.lockById(tx, end.grantId);
      const concerned = grant !== null && (await this.concerns(tx, grant, end));
      if (concerned) await this.delete(tx, await this.follow(tx, grant, end), end);
      await this.ends.done(tx, claim.id, concerned && end.deletesData);
    });
  }

  /** Messages come late and repeatedly: meanwhile the person may have consented anew. */
  private async concerns(tx: Tx, grant: Grant, { tokenName, occurredAt }: ReportedEnd): Promise<boolean> {
    if (tokenName) return this.grants.holdsToken(tx, grant.id, tokenName);
    return grant.authorizedAt.getTime() <= occurredAt.getTime() + skewMs;
  }

  private async follow(tx: Tx, grant: Grant, end: ReportedEnd): Promise<Grant> {
    if (grant.state === 'revoked' || (grant.state === 'expired' && end.kind === 'expired')) return grant;
    if (end.cause === null) return this.doubt(tx, grant, end);
    const { kind, cause, rule, occurredAt: observedAt } = end;
    return this.ending.end(tx, grant, { kind, cause, rule, answer: null, observedAt, by: 'person' });
  }

  private async doubt(tx: Tx, grant: Grant, { kind, rule }: ReportedEnd): Promise<Grant> {
    const endedToo = kind === 'restored';
    if (grant.state === 'live' || endedToo) await this.verifications.ask(tx, grant, rule, { endedToo });
    return grant;
  }

  /** The services that hold what was collected follow, and say when it is gone. */
  private async delete(tx: Tx, ended: Grant, { deletesData, occurredAt }: ReportedEnd): Promise<void> {
    if (!deletesData) return;
    const grant = { ...ended, eventVersion: ended.eventVersion + 1 };
    const { organisationId, influencerId, socialAccountId: accountId, platform } = grant;
    const data = { organisationId, influencerId, accountId, platform, requestedAt: occurredAt.toISOString() };
    await this.grants.save(tx, grant);
    await this.outbox.add(tx, DataDeletionRequested, data, { aggregateVersion: grant.eventVersion });
  }
}
