import { Injectable } from '@nestjs/common';
import { AppError, accountsErrors } from '@creator-connect/contracts';
import { UnitOfWork, type Tx } from '@creator-connect/persistence';
import { InfluencerFieldRepository } from '../../influencer-fields/persistence/influencer-field.repository';
import { ErasePerson } from '../../influencers/erase-influencer/erase-person';
import { RemoveAccount } from '../../social-accounts/remove-account/remove-account';
import { ApplicationRecords } from '../application-records';
import { fieldsAfter, type Application } from '../domain/application';
import type { ApplicationChange } from '../persistence/application.repository';

/** What an applicant may do to their own application before it is decided. */
@Injectable()
export class OwnApplicationHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly records: ApplicationRecords,
    private readonly fields: InfluencerFieldRepository,
    private readonly removeAccount: RemoveAccount,
    private readonly erasePerson: ErasePerson,
  ) {}

  change(organisationId: string, id: string, change: ApplicationChange): Promise<void> {
    return this.unitOfWork.tenant(organisationId, async (tx) => {
      const before = await this.#lockOpen(tx, id, ['draft']);
      const { fields: typed, ...others } = change;
      const fields = typed && fieldsAfter(before.fields, typed, await this.fields.list(tx));
      await this.records.applications.change(tx, id, { ...others, ...(fields && { fields }) });
    });
  }

  disconnect(organisationId: string, id: string, accountId: string): Promise<void> {
    return this.unitOfWork.tenant(organisationId, async (tx) => {
      await this.#lockOpen(tx, id, ['draft']);
      const account = await this.records.accounts.lock(tx, accountId);
      if (account?.influencerId !== id) throw new AppError(accountsErrors.notFound);
      await this.removeAccount.remove(tx, account);
    });
  }

  /** Nothing of it stays, submitted or not. */
  withdraw(organisationId: string, id: string): Promise<void> {
    return this.unitOfWork.tenant(organisationId, async (tx) => {
      await this.#lockOpen(tx, id, ['draft', 'submitted', 'declined']);
      await this.erasePerson.erase(tx, organisationId, id);
    });
  }

  async #lockOpen(tx: Tx, id: string, states: Application['status'][]): Promise<Application> {
    const application = await this.records.applications.lock(tx, id);
    if (!application) throw new AppError(accountsErrors.notFound);
    if (!states.includes(application.status)) throw new AppError(accountsErrors.applicationClosed);
    return application;
  }
}
