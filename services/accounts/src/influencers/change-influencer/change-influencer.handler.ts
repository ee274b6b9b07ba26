import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@creator-connect/persistence';
import { CheckFields } from '../check-fields';
import { FindInfluencer } from '../find-influencer';
import { InfluencerRepository, type Influencer } from '../persistence/influencer.repository';
import type { ChangeInfluencerRequest } from './change-influencer.dto';

@Injectable()
export class ChangeInfluencerHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly influencers: InfluencerRepository,
    private readonly find: FindInfluencer,
    private readonly fields: CheckFields,
  ) {}

  handle(organisationId: string, id: string, change: ChangeInfluencerRequest): Promise<Influencer> {
    return this.unitOfWork.tenant(organisationId, async (tx) => {
      await this.find.holdOrRefuse(tx, id);
      if (change.fields) await this.fields.assertValid(tx, change.fields);
      await this.influencers.change(tx, id, change);
      return (await this.influencers.find(tx, id))!;
    });
  }
}
