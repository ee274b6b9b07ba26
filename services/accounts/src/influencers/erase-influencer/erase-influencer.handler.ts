import { Injectable, Logger } from '@nestjs/common';
import { UnitOfWork } from '@creator-connect/persistence';
import { CountHeld, type Held } from '../../own-data/erase/count-held';
import type { Person } from '../../own-data/export/held-data';
import { FindInfluencer } from '../find-influencer';
import { ErasePerson } from './erase-person';

@Injectable()
export class EraseInfluencerHandler {
  private readonly logger = new Logger(EraseInfluencerHandler.name);

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly find: FindInfluencer,
    private readonly countHeld: CountHeld,
    private readonly erasePerson: ErasePerson,
  ) {}

  /** Counted as for a creator who erases themselves. */
  async preview(person: Person): Promise<Held> {
    await this.unitOfWork.tenant(person.organisationId, (tx) => this.find.orRefuse(tx, person.influencerId));
    return this.countHeld.of(person);
  }

  erase({ organisationId, influencerId }: Person, actor: string): Promise<void> {
    return this.unitOfWork.tenant(organisationId, async (tx) => {
      await this.find.lockOrRefuse(tx, influencerId);
      await this.erasePerson.erase(tx, organisationId, influencerId);
      this.logger.log(
        { security: 'influencer_erased', organisationId, influencerId, actor },
        'an influencer was erased',
      );
    });
  }
}
