import { failpoint } from '@creator-connect/messaging';
import { RoundsWorker, type Tx, UnitOfWork } from '@creator-connect/persistence';
import { Injectable } from '@nestjs/common';
import { DiscardHandler } from '../../connect-transactions/discard/discard.handler';
import { GrantsRepository } from '../../grants/persistence/grants.repository';
import { RevokeGrantHandler } from '../revoke-grant.handler';
import { type RevocationOrder, RevocationOrdersRepository } from './revocation-orders.repository';

const batch = 500;

interface Work {
  next: 'grants' | 'attempts';
  do(tx: Tx, ids: readonly string[], order: RevocationOrder): Promise<void>;
}

/**
 * Carries out what was ordered: every authorization that there was then is revoked as if somebody had taken it back one by
 * one, with its event and its receipt, and every attempt to connect is discarded. What is left to do is read from the rows:
 * any number of replicas work on it, and one that dies leaves nothing half done.
 */
@Injectable()
export class CarryOutOrders extends RoundsWorker {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly orders: RevocationOrdersRepository,
    private readonly grants: GrantsRepository,
    private readonly revoking: RevokeGrantHandler,
    private readonly discarding: DiscardHandler,
  ) {
    super({ pauseMs: 1_000, failed: 'orders to revoke wait for the next round' });
  }

  protected override async round(): Promise<boolean> {
    for (const order of await this.orders.open()) await this.carryOut(order);
    return false;
  }

  private async carryOut(order: RevocationOrder): Promise<void> {
    // The attempts first, everywhere: none of them can be confirmed any more, and the persons hear so.
    for (const work of [this.discard, this.revoke])
      for (const organisationId of await this.orders.organisations(order))
        await this.inBatches(organisationId, order, work);
    if (this.isStopped || (await this.orders.organisations(order)).length > 0) return;
    const first = await this.unitOfWork.system((tx) => this.orders.finish(tx, order.id));
    const { id: orderId, scope, reason } = order;
    if (first) this.logger.warn({ orderId, scope, reason }, 'an order to revoke is carried out');
  }

  /** What spoils a batch must not keep the others from being revoked: from then on each has a transaction of its own. */
  private async inBatches(organisationId: string, order: RevocationOrder, work: Work): Promise<void> {
    const except: string[] = [];
    for (let limit = batch; !this.isStopped;) {
      let ids: string[] = [];
      try {
        await this.unitOfWork.tenant(organisationId, async (tx) => {
          ids = await this.orders[work.next](tx, order, { limit, except });
          if (ids.length > 0) await work.do(tx, ids, order);
        });
      } catch (err) {
        this.logger.error({ err, organisationId, orderId: order.id }, 'could not be revoked yet; trying again');
        if (limit === 1) except.push(...ids);
        limit = 1;
      }
      if (ids.length === 0) return;
    }
  }

  private readonly revoke: Work = {
    next: 'grants',
    do: async (tx, ids, { id }) => {
      const grants = await this.grants.lockByIds(tx, ids);
      // Somebody was faster: another replica, or the person.
      const standing = grants.filter(({ state }) => state !== 'revoked');
      if (standing.length > 0) await this.revoking.revokeAll(tx, standing, id);
      await failpoint('revocation-orders.before-commit');
    },
  };

  private readonly discard: Work = {
    next: 'attempts',
    do: async (tx, ids) => {
      for (const id of ids) await this.discarding.discardById(tx, id);
    },
  };
}
