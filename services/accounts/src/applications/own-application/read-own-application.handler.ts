import { Injectable } from '@nestjs/common';
import { AppError, accountsErrors } from '@creator-connect/contracts';
import { UnitOfWork } from '@creator-connect/persistence';
import { InfluencerFieldRepository } from '../../influencer-fields/persistence/influencer-field.repository';
import { OrganisationRepository } from '../../organisations/persistence/organisation.repository';
import { ApplicationFormResponse } from '../application-form/application-form.dto';
import { ApplicationAccountResponse } from '../application.dto';
import { ApplicationRecords } from '../application-records';
import { draftDays } from '../domain/application';
import type { OwnApplicationResponse } from './own-application.dto';

const dayMs = 86_400_000;

@Injectable()
export class ReadOwnApplicationHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly records: ApplicationRecords,
    private readonly organisations: OrganisationRepository,
    private readonly fields: InfluencerFieldRepository,
  ) {}

  handle(organisationId: string, id: string): Promise<OwnApplicationResponse> {
    return this.unitOfWork.tenant(organisationId, async (tx) => {
      const application = await this.records.applications.find(tx, id);
      const organisation = await this.organisations.current(tx);
      if (!application || !organisation) throw new AppError(accountsErrors.notFound);
      const { status, name, email, emailVerified, fields, group, touchedAt } = application;
      const form = {
        organisationName: organisation.name,
        groupName: group?.name ?? '',
        fields: await this.fields.list(tx),
      };
      const accounts = await this.records.accounts.connectedOf(tx, [id]);
      return {
        id,
        status,
        form: ApplicationFormResponse.of(form),
        name: name ?? '',
        email: email ?? '',
        emailVerified,
        fields: { ...fields },
        socialAccounts: accounts.map((account) => ApplicationAccountResponse.of(account)),
        keptUntil: new Date(touchedAt.getTime() + draftDays * dayMs).toISOString(),
      };
    });
  }
}
