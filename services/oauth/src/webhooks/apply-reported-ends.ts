import { DueWorker, RoutingPool, UnitOfWork, type WorkClaim } from '@creator-connect/persistence';
import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { EndGrant } from '../grants/end-grant';
import { GrantsRepository } from '../grants/persistence/grants.repository';
import { ReportedEndsRepository, reportedEndWork } from './reported-ends.repository';

/** The platform's clock and ours may differ, and its times are whole seconds. */
const skewMs = 60_000;

/** Ends what a platform said has ended. It knows already, so nobody has to tell it. */
@Injectable()
export class ApplyReportedEnds implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly worker: DueWorker;

  constructor(
    routing: RoutingPool,
    private readonly unitOfWork: UnitOfWork,
    private readonly ends: ReportedEndsRepository,
    private readonly grants: GrantsRepository,
    private readonly ending: EndGrant,
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
      // Messages come late and repeatedly: a consent that is younger than what is reported is another one.
      const concerned = grant && grant.authorizedAt.getTime() <= end.occurredAt.getTime() + skewMs;
      if (concerned && (grant.state === 'live' || (grant.state === 'expired' && end.kind === 'revoked'))) {
        const { kind, cause, rule, occurredAt: observedAt } = end;
        await this.ending.end(tx, grant, { kind, cause, rule, answer: null, observedAt, by: 'person' });
      }
      await this.ends.done(tx, claim.id);
    });
  }
}
