import { Injectable } from '@nestjs/common';
import { AppError } from '@creator-connect/contracts';
import { PlatformError } from '@creator-connect/platforms';
import { DueWorker, RoutingPool, settleWork, UnitOfWork, type WorkClaim } from '@creator-connect/persistence';
import { ConnectionRepository, revocationWork } from '../persistence/connection.repository';
import { TokenSeal } from '../token-seal';
import { TtcmAppClient } from '../ttcm-app';

/** Tells TikTok to forget tokens that we use no more, until it has. */
@Injectable()
export class RevokeTokens extends DueWorker {
  constructor(
    routing: RoutingPool,
    unitOfWork: UnitOfWork,
    private readonly connections: ConnectionRepository,
    private readonly client: TtcmAppClient,
    private readonly seal: TokenSeal,
  ) {
    super(routing, unitOfWork, { work: revocationWork, leaseSeconds: 60, concurrency: 2 });
  }

  protected override async handle(claim: WorkClaim): Promise<void> {
    const { orgId, id } = claim;
    const sealed = await this.unitOfWork.tenant(orgId, (tx) => this.connections.tokenToRevoke(tx, id));
    if (sealed === null) return;
    try {
      await this.client.authorization.revoke(this.seal.open(orgId, sealed));
      await this.unitOfWork.tenant(orgId, (tx) => this.connections.revoked(tx, id));
    } catch (error) {
      if (!(error instanceof PlatformError) && !(error instanceof AppError)) throw error;
      // 1, 2, 4 … minutes up to an hour.
      const due = { inSeconds: Math.min(60 * 2 ** (claim.attempts - 1), 3_600) };
      const reason = error instanceof PlatformError ? error.kind : error.code;
      await this.unitOfWork.tenant(orgId, (tx) => settleWork(tx, revocationWork, claim, { due, error: reason }));
    }
  }
}
