import { Injectable } from '@nestjs/common';
import { AppError, accountsErrors, newId, requestErrors } from '@creator-connect/contracts';
import { UnitOfWork } from '@creator-connect/persistence';
import { AccountsSettings } from '../../accounts-settings';
import { InfluencerRepository } from '../../influencers/persistence/influencer.repository';
import { FindApplicationForm } from '../application-form/find-application-form';
import { ApplicationRepository } from '../persistence/application.repository';

export interface BegunApplication {
  applicationId: string;
  organisationId: string;
}

/** Opens a draft for whoever pressed the button on the form. */
@Injectable()
export class BeginApplicationHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly forms: FindApplicationForm,
    private readonly influencers: InfluencerRepository,
    private readonly applications: ApplicationRepository,
    private readonly settings: AccountsSettings,
  ) {}

  async handle(slug: string, locale: string, timeZone: string): Promise<BegunApplication> {
    const organisationId = await this.forms.organisationOf(slug);
    return this.unitOfWork.tenant(organisationId, async (tx) => {
      const group = await this.forms.groupOf(tx, slug);
      if (!group) throw new AppError(accountsErrors.applicationLinkUnusable);
      if ((await this.applications.begunToday(tx)) >= this.settings.applicationsPerDay) {
        throw new AppError(requestErrors.throttled, { retryAfterSeconds: 3_600 });
      }
      const application = { id: newId(), organisationId, locale, timeZone };
      await this.influencers.addApplicant(tx, application);
      await this.applications.add(tx, application, group.id);
      return { applicationId: application.id, organisationId };
    });
  }
}
