import { UnitOfWork } from '@creator-connect/persistence';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../domain/connect-transaction';
import { ConnectTransactionsRepository } from '../persistence/connect-transactions.repository';
import type { UnfinishedTransactionsResponse } from './list-unfinished.dto';

/** What a person left between the platform's yes and their choice, so that a dashboard can offer to finish it. */
@Injectable()
export class ListUnfinishedHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly transactions: ConnectTransactionsRepository,
  ) {}

  async handle(actor: Actor): Promise<UnfinishedTransactionsResponse> {
    const found = await this.unitOfWork.tenant(actor.organisationId, (tx) => this.transactions.unfinished(tx, actor));
    return {
      items: found.map(({ id, platform, socialAccountId, expiresAt }) => ({
        id,
        platform,
        status: 'SETUP_UNFINISHED',
        socialAccountId,
        expiresAt: expiresAt.toISOString(),
      })),
    };
  }
}
