import { Injectable } from '@nestjs/common';
import { InfluencerRepository } from '../influencers/persistence/influencer.repository';
import { SocialAccountRepository } from '../social-accounts/persistence/social-account.repository';
import { ApplicationRepository } from './persistence/application.repository';

/** An application, the influencer it may become, and what they connected. */
@Injectable()
export class ApplicationRecords {
  constructor(
    readonly applications: ApplicationRepository,
    readonly influencers: InfluencerRepository,
    readonly accounts: SocialAccountRepository,
  ) {}
}
