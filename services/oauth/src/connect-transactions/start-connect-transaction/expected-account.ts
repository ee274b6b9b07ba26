import { AppError, oauthErrors, type EndCause, type Platform } from '@creator-connect/contracts';
import { UnitOfWork } from '@creator-connect/persistence';
import { Injectable } from '@nestjs/common';
import { GrantsRepository } from '../../grants/persistence/grants.repository';
import { PlatformHashes } from '../../grants/vault/platform-hashes';
import { AccountsPort } from '../accounts.port';
import type { Actor } from '../domain/connect-transaction';

/** What may come back from the platform, as far as it is known before. */
export interface ExpectedAccount {
  accountHash: Buffer | null;
  handle: string | null;
  needsProof: boolean;
  /** Why the grant that is to be replaced ended, if it did. */
  endCause: EndCause | null;
}

export interface Wanted {
  platform: Platform;
  /** Set to authenticate one known account again. */
  socialAccountId: string | null;
  /** Another account than the one that was asked for by its handle may come back; it takes a proof (`proofOf`). */
  asNew: boolean;
}

@Injectable()
export class ExpectedAccounts {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: AccountsPort,
    private readonly grants: GrantsRepository,
    private readonly hashes: PlatformHashes,
  ) {}

  async find(actor: Actor, { platform, socialAccountId, asNew }: Wanted): Promise<ExpectedAccount> {
    const { organisationId, influencerId, authorizationRequestId } = actor;
    const [expectation, existing] = await Promise.all([
      this.accounts.checkConnect({
        organisationId,
        influencerId,
        authorizationRequestId,
        application: actor.kind === 'applicant',
        platform,
        socialAccountId,
      }),
      socialAccountId === null
        ? null
        : this.unitOfWork.tenant(organisationId, (tx) => this.grants.findByAccount(tx, socialAccountId)),
    ]);
    if (existing && (existing.influencerId !== influencerId || existing.platform !== platform)) {
      throw new AppError(oauthErrors.noAuthorization);
    }
    const expectedId = expectation.expectedPlatformAccountId;
    return {
      accountHash: existing?.accountHash ?? (expectedId === null ? null : this.hashes.account(platform, expectedId)),
      handle: asNew && socialAccountId === null ? null : expectation.expectedHandle,
      needsProof: expectation.needsProof,
      endCause: existing?.end?.cause ?? null,
    };
  }
}
