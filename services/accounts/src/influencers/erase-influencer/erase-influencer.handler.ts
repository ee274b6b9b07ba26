import { Injectable, Logger } from '@nestjs/common';
import { UnitOfWork } from '@creator-connect/persistence';
import { FindInfluencer } from '../find-influencer';
import { ErasePerson } from './erase-person';
import { RemovalCounts, type Removal } from './removal-counts';

@Injectable()
export class EraseInfluencerHandler {
  private readonly logger = new Logger(EraseInfluencerHandler.name);

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly find: FindInfluencer,
    private readonly counts: RemovalCounts,
    private readonly erasePerson: ErasePerson,
  ) {}

  preview(organisationId: string, influencerId: string): Promise<Removal> {
    return this.unitOfWork.tenant(organisationId, async (tx) => {
      await this.find.orRefuse(tx, influencerId);
      return this.counts.of(tx, influencerId);
    });
  }

  erase(organisationId: string, influencerId: string, actor: string): Promise<Removal> {
    return this.unitOfWork.tenant(organisationId, async (tx) => {
      await this.find.lockOrRefuse(tx, influencerId);
      const removal = await this.counts.of(tx, influencerId);
      await this.erasePerson.erase(tx, organisationId, influencerId);
      this.logger.log(
        { security: 'influencer_erased', organisationId, influencerId, actor },
        'an influencer was erased',
      );
      return removal;
    });
  }
}
