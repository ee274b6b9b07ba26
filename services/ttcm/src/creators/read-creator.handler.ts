import { Injectable } from '@nestjs/common';
import { AppError, ttcmErrors, type ErrorDefinition } from '@creator-connect/contracts';
import { type MarketplaceCreator, PlatformError, type PostPage } from '@creator-connect/platforms';
import { UnitOfWork } from '@creator-connect/persistence';
import { ReadingPace } from '../agency/call-pace';
import { Marketplaces } from '../agency/marketplaces';
import { MembershipRepository } from '../memberships/persistence/membership.repository';

export interface CreatorToRead {
  organisationId: string;
  accountId: string;
  handle: string;
}

/**
 * Reads a member's public figures for the collection, with the organisation's own marketplace account. Why TikTok tells
 * nothing is an error with its next step; of somebody who is no member any more it also asks for the membership, at once.
 */
@Injectable()
export class ReadCreatorHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly marketplaces: Marketplaces,
    private readonly memberships: MembershipRepository,
    private readonly pace: ReadingPace,
  ) {}

  profile(creator: CreatorToRead): Promise<MarketplaceCreator> {
    return this.#read(creator, () => this.marketplaces.creator(creator.organisationId, creator.handle));
  }

  posts(creator: CreatorToRead, after: string | undefined): Promise<PostPage> {
    const { organisationId, handle } = creator;
    return this.#read(creator, () => this.marketplaces.creatorPosts(organisationId, { handle, after }));
  }

  async #read<T>(creator: CreatorToRead, read: () => Promise<T>): Promise<T> {
    await this.marketplaces.assertConnected(creator.organisationId);
    await this.pace.turn();
    try {
      return await read();
    } catch (error) {
      if (!(error instanceof PlatformError)) throw error;
      const definition = reasonOf(error);
      if (definition === ttcmErrors.notAMember) await this.#askForMembership(creator);
      const { failure } = error;
      const seconds = failure.kind === 'throttled' ? Math.ceil((failure.until.getTime() - Date.now()) / 1000) : 0;
      throw new AppError(definition, { cause: error, ...(seconds > 0 ? { retryAfterSeconds: seconds } : {}) });
    }
  }

  #askForMembership({ organisationId, accountId }: CreatorToRead): Promise<void> {
    return this.unitOfWork.tenant(organisationId, (tx) => this.memberships.askNow(tx, accountId));
  }
}

function reasonOf({ failure }: PlatformError): ErrorDefinition {
  switch (failure.kind) {
    case 'account_gone':
      return ttcmErrors.handleUnknown;
    case 'scope_lost':
      return ttcmErrors.figuresNotPermitted;
    case 'not_eligible':
      return failure.rules.includes('supported_country') ? ttcmErrors.regionNotSupported : ttcmErrors.notAMember;
    default:
      return ttcmErrors.unavailable;
  }
}
