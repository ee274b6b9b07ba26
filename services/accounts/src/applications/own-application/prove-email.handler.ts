import { Injectable } from '@nestjs/common';
import { AppError, accountsErrors } from '@creator-connect/contracts';
import { UnitOfWork } from '@creator-connect/persistence';
import { ApplicantAddress } from '../applicant-address';
import { ApplicationRepository } from '../persistence/application.repository';

/**
 * The applicant proved a mailbox. Only now may they learn whether the roster knows it; and even then nothing is attached
 * to whom it belongs to: they are led to sign in.
 */
@Injectable()
export class ProveEmailHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly applications: ApplicationRepository,
    private readonly address: ApplicantAddress,
  ) {}

  handle(organisationId: string, id: string, email: string): Promise<void> {
    return this.unitOfWork.tenant(organisationId, async (tx) => {
      const application = await this.applications.lock(tx, id);
      if (!application) throw new AppError(accountsErrors.notFound);
      if (application.status !== 'draft') throw new AppError(accountsErrors.applicationClosed);
      await this.address.assertNew(tx, email);
      await this.applications.noteProvenEmail(tx, id, email);
    });
  }
}
