import { Injectable, Logger } from '@nestjs/common';
import { ErasureLedgerEntry, topics } from '@creator-connect/contracts';
import { Outbox, readEvents, type MessagingConnection } from '@creator-connect/messaging';
import { UnitOfWork } from '@creator-connect/persistence';
import { ErasePerson } from '../influencers/erase-influencer/erase-person';
import { ToldErasures } from './persistence/told-erasures';

export interface ReplaySettings {
  connection: MessagingConnection;
  /** Somebody has decided that the ledger is lost: what the database knows of it is written anew. */
  acceptLoss: boolean;
}

/**
 * A restored backup holds people who were erased after it was made. The ledger lies apart from the database, in a topic that is
 * kept for ever: whoever stands in it and not in the database is erased anew, here and by the event everywhere, before this
 * service opens. Without it nobody is let in at the gateway. A ledger that can not be read, or lacks what the database was
 * told is in it, keeps the service closed.
 */
@Injectable()
export class ReplayErasures {
  private readonly logger = new Logger(ReplayErasures.name);

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly erasePerson: ErasePerson,
    private readonly told: ToldErasures,
    private readonly outbox: Outbox,
    private readonly settings: ReplaySettings,
  ) {}

  /** How many were erased anew. */
  async run(): Promise<number> {
    // Before the ledger is read: what is told while it is read may or may not be seen there.
    const missing = await this.told.byInfluencer();
    let erased = 0;
    await readEvents({
      connection: this.settings.connection,
      name: 'accounts.erasure-ledger',
      topic: topics.erasureLedger,
      onEvent: async ({ type, data }) => {
        if (type !== ErasureLedgerEntry.type) return;
        const entry = ErasureLedgerEntry.read(data);
        missing.delete(entry.influencerId);
        const again = await this.unitOfWork.tenant(entry.organisationId, (tx) => this.erasePerson.again(tx, entry));
        if (again) erased += 1;
      },
    });
    if (missing.size > 0) await this.#withoutSome([...missing.values()]);
    if (erased > 0) this.logger.warn({ erased }, 'people who had been erased were in the database and are erased anew');
    return erased;
  }

  /** The ledger was lost or cut, so nobody can say who else should stand in it. */
  async #withoutSome(missing: readonly ErasureLedgerEntry[]): Promise<void> {
    if (!this.settings.acceptLoss)
      throw new Error(
        `The record of erasures (${topics.erasureLedger.name}) lacks ${missing.length} that the database knows: ` +
          'it was lost or cut. See docs/runbooks/restore.md',
      );
    for (const entry of missing)
      await this.unitOfWork.tenant(entry.organisationId, async (tx) => {
        const accountIds = await this.told.accountsOf(tx, entry.influencerId);
        await this.outbox.add(tx, ErasureLedgerEntry, { ...entry, accountIds }, { aggregateVersion: 1 });
      });
    this.logger.warn({ count: missing.length }, 'a lost record of erasures is written anew from the database');
  }
}
