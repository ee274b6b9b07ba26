import { UnitOfWork } from '@creator-connect/persistence';
import { Injectable, Logger } from '@nestjs/common';
import { DataViewRepository } from '../data-views/persistence/data-view.repository';
import { AccountsPort, type MergedEntry } from '../peers/accounts.port';
import { EntrySessions } from '../sessions/entry-sessions';

/**
 * Follows here what accounts has made one: who looked, and the sessions. A session stands for the mailbox it was opened with, so
 * those of the entry that went end; they open nothing since the merge. It may be done any number of times.
 */
@Injectable()
export class FollowMerges {
  private readonly logger = new Logger(FollowMerges.name);

  constructor(
    private readonly accounts: AccountsPort,
    private readonly unitOfWork: UnitOfWork,
    private readonly views: DataViewRepository,
    private readonly sessions: EntrySessions,
  ) {}

  async run(): Promise<void> {
    for (const merged of await this.accounts.mergesWaiting()) await this.follow(merged);
  }

  private async follow(merged: MergedEntry): Promise<void> {
    const { organisationId, influencerId, keptInfluencerId } = merged;
    await this.unitOfWork.tenant(organisationId, (tx) => this.views.reassign(tx, influencerId, keptInfluencerId));
    await this.sessions.end(organisationId, influencerId);
    await this.accounts.confirmMerge(merged);
    this.logger.log({ organisationId, influencerId, keptInfluencerId }, 'a merged entry is followed here');
  }
}
