import { Injectable } from '@nestjs/common';
import { AppError, accountsErrors } from '@creator-connect/contracts';
import type { Tx } from '@creator-connect/persistence';
import { InfluencerRepository } from '../influencers/persistence/influencer.repository';
import { ApplicationRepository } from './persistence/application.repository';

@Injectable()
export class ApplicantAddress {
  constructor(
    private readonly influencers: InfluencerRepository,
    private readonly applications: ApplicationRepository,
  ) {}

  /** Throws when the roster or an application that waits has this address. Ask only about a proven one. */
  async assertNew(tx: Tx, email: string): Promise<void> {
    if (await this.influencers.knows(tx, email)) throw new AppError(accountsErrors.applicantKnown);
    if (await this.applications.isWaiting(tx, email)) throw new AppError(accountsErrors.applicationWaiting);
  }
}
