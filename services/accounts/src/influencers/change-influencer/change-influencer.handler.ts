import { Injectable } from '@nestjs/common';
import { AppError, accountsErrors } from '@creator-connect/contracts';
import { UnitOfWork } from '@creator-connect/persistence';
import { CheckFields } from '../check-fields';
import { InfluencerRepository, type Influencer } from '../persistence/influencer.repository';
import type { ChangeInfluencerRequest } from './change-influencer.dto';

@Injectable()
export class ChangeInfluencerHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly influencers: InfluencerRepository,
    private readonly fields: CheckFields,
  ) {}

  handle(organisationId: string, id: string, change: ChangeInfluencerRequest): Promise<Influencer> {
    return this.unitOfWork.tenant(organisationId, async (tx) => {
      if (!(await this.influencers.find(tx, id))) throw new AppError(accountsErrors.notFound);
      if (change.fields) await this.fields.assertValid(tx, change.fields);
      await this.influencers.change(tx, id, change);
      return (await this.influencers.find(tx, id))!;
    });
  }
}
