import { Injectable, Logger } from '@nestjs/common';
import { ErasureLedgerEntry, topics } from '@creator-connect/contracts';
import { readEvents, type MessagingConnection } from '@creator-connect/messaging';
import { UnitOfWork } from '@creator-connect/persistence';
import { ErasePerson } from '../influencers/erase-influencer/erase-person';

/**
 * A restored backup holds people who were erased after it was made. The ledger lies apart from the database, in a topic that is
 * kept for ever: whoever stands in it and not in the database is erased anew, here and by the event everywhere, before this
 * service opens. Without it nobody is let in at the gateway.
 */
@Injectable()
export class ReplayErasures {
  private readonly logger = new Logger(ReplayErasures.name);

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly erasePerson: ErasePerson,
    private readonly connection: MessagingConnection,
  ) {}

  /** How many were erased anew. */
  async run(): Promise<number> {
    let erased = 0;
    await readEvents({
      connection: this.connection,
      name: 'accounts.erasure-ledger',
      topic: topics.erasureLedger,
      onEvent: async ({ type, data }) => {
        if (type !== ErasureLedgerEntry.type) return;
        const entry = ErasureLedgerEntry.read(data);
        const again = await this.unitOfWork.tenant(entry.organisationId, (tx) => this.erasePerson.again(tx, entry));
        if (again) erased += 1;
      },
    });
    if (erased > 0) this.logger.warn({ erased }, 'people who had been erased were in the database and are erased anew');
    return erased;
  }
}
