import { Injectable } from '@nestjs/common';
import { AppError, accountsErrors, fieldFault, requestErrors } from '@creator-connect/contracts';
import { UnitOfWork } from '@creator-connect/persistence';
import { ApplicationRepository } from '../persistence/application.repository';

export interface ProvenEmail {
  email: string;
  locale: string;
}

/**
 * The mailbox that an undecided application was proven to belong to: the only one that its continuation may be mailed to.
 * Throws `request.invalid` while none is proven.
 */
@Injectable()
export class ReadProvenEmailHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly applications: ApplicationRepository,
  ) {}

  handle(organisationId: string, id: string): Promise<ProvenEmail> {
    return this.unitOfWork.tenant(organisationId, async (tx) => {
      const application = await this.applications.find(tx, id);
      if (!application) throw new AppError(accountsErrors.notFound);
      const { status, email, emailVerified, locale } = application;
      if (status !== 'draft' && status !== 'submitted') throw new AppError(accountsErrors.applicationClosed);
      if (!email || !emailVerified) {
        throw new AppError(requestErrors.invalid, { errors: [fieldFault('email', 'not_confirmed')] });
      }
      return { email, locale };
    });
  }
}
