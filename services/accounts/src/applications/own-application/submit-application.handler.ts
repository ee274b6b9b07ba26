import { Injectable } from '@nestjs/common';
import { AppError, accountsErrors, ApplicationSubmitted, requestErrors } from '@creator-connect/contracts';
import { Outbox } from '@creator-connect/messaging';
import { UnitOfWork } from '@creator-connect/persistence';
import { InfluencerFieldRepository } from '../../influencer-fields/persistence/influencer-field.repository';
import { ApplicantAddress } from '../applicant-address';
import { ApplicationRecords } from '../application-records';
import { faultsOfApplication } from '../domain/application';

@Injectable()
export class SubmitApplicationHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly outbox: Outbox,
    private readonly records: ApplicationRecords,
    private readonly fields: InfluencerFieldRepository,
    private readonly address: ApplicantAddress,
  ) {}

  /** Throws `request.invalid` with everything that is missing. */
  handle(organisationId: string, id: string): Promise<void> {
    return this.unitOfWork.tenant(organisationId, async (tx) => {
      const application = await this.records.applications.lock(tx, id);
      if (!application) throw new AppError(accountsErrors.notFound);
      if (application.status !== 'draft') throw new AppError(accountsErrors.applicationClosed);
      const accounts = await this.records.accounts.connectedOf(tx, [id]);
      const live = accounts.filter(({ authState }) => authState === 'AUTHENTICATED');
      const errors = faultsOfApplication(application, await this.fields.list(tx), live.length);
      if (errors.length > 0) throw new AppError(requestErrors.invalid, { errors });
      await this.address.assertNew(tx, application.email!);
      await this.records.applications.submit(tx, id);
      const data = { organisationId, influencerId: id, submittedAt: new Date().toISOString() };
      const aggregateVersion = await this.records.influencers.nextVersion(tx, id);
      await this.outbox.add(tx, ApplicationSubmitted, data, { aggregateVersion });
    });
  }
}
