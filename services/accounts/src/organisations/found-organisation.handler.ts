import { Injectable } from '@nestjs/common';
import { AppError, accountsErrors, type MailLanguage } from '@creator-connect/contracts';
import { UnitOfWork } from '@creator-connect/persistence';
import { assertHonestName } from './domain/organisation-name';
import { slugOf } from './domain/slug';
import { OrganisationRepository } from './persistence/organisation.repository';

interface FoundOrganisation {
  id: string;
  name: string;
  locale?: MailLanguage | undefined;
}

/** A further organisation of the installation, with nobody in it: the gateway invites its owner. */
@Injectable()
export class FoundOrganisationHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly organisations: OrganisationRepository,
  ) {}

  /** The same id again changes nothing. */
  async handle({ id, name, locale }: FoundOrganisation): Promise<void> {
    assertHonestName('name', name);
    const slug = slugOf(name);
    for (const candidate of [slug, `${slug}-${id.slice(-6)}`]) {
      const isThere = await this.unitOfWork.tenant(id, async (tx) => {
        if (await this.organisations.current(tx)) return true;
        return this.organisations.add(tx, { id, name: name.trim(), slug: candidate, locale });
      });
      if (isThere) return;
    }
    throw new AppError(accountsErrors.slugTaken);
  }
}
