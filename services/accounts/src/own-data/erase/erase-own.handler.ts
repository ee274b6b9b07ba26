import { Injectable, Logger } from '@nestjs/common';
import { AppError, accountsErrors, requestErrors, fieldFault } from '@creator-connect/contracts';
import { UnitOfWork } from '@creator-connect/persistence';
import { randomToken, sha256 } from '@creator-connect/security';
import { ErasureRepository } from '../../erasures/persistence/erasure.repository';
import { ErasePerson } from '../../influencers/erase-influencer/erase-person';
import { InfluencerRepository } from '../../influencers/persistence/influencer.repository';
import { OrganisationRepository } from '../../organisations/persistence/organisation.repository';
import type { Person } from '../export/held-data';
import { CountHeld, type Held } from './count-held';

/** A creator erases themselves from an organisation. Other organisations of theirs are not concerned. */
@Injectable()
export class EraseOwnHandler {
  private readonly logger = new Logger(EraseOwnHandler.name);

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly organisations: OrganisationRepository,
    private readonly influencers: InfluencerRepository,
    private readonly erasePerson: ErasePerson,
    private readonly erasures: ErasureRepository,
    private readonly countHeld: CountHeld,
  ) {}

  /** How much there is of what, in every service. */
  async preview(person: Person): Promise<Held & { organisation: string }> {
    const organisation = await this.unitOfWork.tenant(person.organisationId, async (tx) => {
      const found = await this.organisations.current(tx);
      if (!found || !(await this.influencers.find(tx, person.influencerId)))
        throw new AppError(accountsErrors.notFound);
      return found.name;
    });
    return { organisation, ...(await this.countHeld.of(person)) };
  }

  /** What opens the receipt. `typedName`: the organisation's, as the person typed it, so that it is the one they mean. */
  erase({ organisationId, influencerId }: Person, typedName: string): Promise<string> {
    return this.unitOfWork.tenant(organisationId, async (tx) => {
      const organisation = await this.organisations.current(tx);
      const [person] = await this.influencers.lockAll(tx, [influencerId]);
      if (!organisation || !person) throw new AppError(accountsErrors.notFound);
      if (plain(typedName) !== plain(organisation.name)) {
        throw new AppError(requestErrors.invalid, { errors: [fieldFault('organisation', 'other_organisation')] });
      }
      await this.erasePerson.erase(tx, organisationId, influencerId);
      const receipt = randomToken();
      await this.erasures.giveReceipt(tx, influencerId, sha256(receipt));
      this.logger.log(
        { security: 'influencer_erased', organisationId, influencerId, actor: 'person' },
        'a creator erased themselves',
      );
      return receipt;
    });
  }
}

const plain = (name: string) => name.trim().toLowerCase();
