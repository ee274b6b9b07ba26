import { AppError } from '@creator-connect/contracts';
import { DueWorker, RoutingPool, UnitOfWork, type WorkClaim } from '@creator-connect/persistence';
import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { GrantsRepository } from '../grants/persistence/grants.repository';
import { FreshTokens } from './fresh-tokens';
import { RefreshLeases } from './refresh-leases';
import { refreshWork } from './refresh-schedule';

/** Renews tokens at about 80 % of their life, before anybody needs them. */
@Injectable()
export class RefreshDueTokens implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly worker: DueWorker;

  constructor(
    routing: RoutingPool,
    private readonly unitOfWork: UnitOfWork,
    private readonly grants: GrantsRepository,
    private readonly leases: RefreshLeases,
    private readonly fresh: FreshTokens,
  ) {
    this.worker = new DueWorker(routing, unitOfWork, {
      work: refreshWork,
      leaseSeconds: 5,
      concurrency: 4,
      handle: (claim) => this.renew(claim),
    });
  }

  onApplicationBootstrap(): void {
    this.worker.start();
  }

  async onModuleDestroy(): Promise<void> {
    await this.worker.stop();
  }

  private async renew({ id: grantId, orgId: organisationId, epoch }: WorkClaim): Promise<void> {
    const tokenVersion = await this.unitOfWork.tenant(organisationId, async (tx) => {
      // The claim only says that it is due; the renewal takes the lease itself, as everybody who needs a token does.
      await this.leases.release(tx, grantId, epoch, 'due', 60);
      return (await this.grants.find(tx, grantId))?.tokenVersion;
    });
    if (tokenVersion === undefined) return;
    try {
      await this.fresh.ensure({ grantId, organisationId }, tokenVersion);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
    }
  }
}
