import { UnitOfWork } from '@creator-connect/persistence';
import { Injectable, Logger } from '@nestjs/common';
import { DataViewRepository } from '../data-views/persistence/data-view.repository';
import { AccountsPort, type ErasedPerson } from '../peers/accounts.port';
import { EntrySessions } from '../sessions/entry-sessions';

/** Erases here whoever was erased at accounts, and says so for the receipt. It may be done any number of times. */
@Injectable()
export class ErasePeople {
  private readonly logger = new Logger(ErasePeople.name);

  constructor(
    private readonly accounts: AccountsPort,
    private readonly unitOfWork: UnitOfWork,
    private readonly views: DataViewRepository,
    private readonly sessions: EntrySessions,
  ) {}

  async run(): Promise<void> {
    for (const person of await this.accounts.erasuresWaiting()) await this.erase(person);
  }

  private async erase(person: ErasedPerson): Promise<void> {
    const { organisationId, influencerId, accountIds } = person;
    await this.unitOfWork.tenant(organisationId, (tx) => this.views.erase(tx, [influencerId, ...accountIds]));
    await this.sessions.end(organisationId, influencerId);
    await this.accounts.confirmErasure(person);
    this.logger.log({ organisationId, influencerId }, 'an erased influencer is erased here');
  }
}
