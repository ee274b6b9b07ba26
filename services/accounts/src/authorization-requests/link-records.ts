import { Injectable } from '@nestjs/common';
import { InfluencerRepository } from '../influencers/persistence/influencer.repository';
import { OrganisationRepository } from '../organisations/persistence/organisation.repository';
import { AuthorizationRequestRepository } from './persistence/authorization-request.repository';

/** Whom a request and its links belong to, and who is asked. */
@Injectable()
export class LinkRecords {
  constructor(
    readonly requests: AuthorizationRequestRepository,
    readonly organisations: OrganisationRepository,
    readonly influencers: InfluencerRepository,
  ) {}
}
