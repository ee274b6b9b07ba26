import { AppError, oauthErrors } from '@creator-connect/contracts';
import { PlatformError } from '@creator-connect/platforms';
import type { Secret } from '@creator-connect/security';
import { Injectable } from '@nestjs/common';
import { ConnectPlatforms } from '../../platforms/connect-platform';
import { AccountsPort, type Reservation } from '../accounts.port';
import type { ConnectTransaction } from '../domain/connect-transaction';
import type { StagedCandidate, StagedGrant } from '../staged-grant';

/** A candidate that may be stored: probed with a real call, and with a social account id of its own. */
export interface ReservedCandidate extends Reservation {
  candidate: StagedCandidate & { accountId: string; accessToken: Secret };
}

/** A chosen candidate that can not be stored, with the reason; the others are not its business. */
export interface RefusedCandidate {
  handle: string | null;
  error: AppError;
}

export interface ReservedCandidates {
  reserved: ReservedCandidate[];
  refused: RefusedCandidate[];
}

@Injectable()
export class ReserveCandidates {
  constructor(
    private readonly platforms: ConnectPlatforms,
    private readonly accounts: AccountsPort,
  ) {}

  async reserve(
    transaction: ConnectTransaction,
    staged: StagedGrant,
    candidateIds: readonly string[],
  ): Promise<ReservedCandidates> {
    const chosen = choose(transaction, staged, candidateIds);
    const outcomes = await Promise.all(chosen.map((candidate) => this.reserveOne(transaction, staged, candidate)));
    return {
      reserved: outcomes.flatMap((outcome) => ('error' in outcome ? [] : [outcome])),
      refused: outcomes.flatMap((outcome) => ('error' in outcome ? [outcome] : [])),
    };
  }

  private async reserveOne(
    transaction: ConnectTransaction,
    staged: StagedGrant,
    candidate: ReservedCandidate['candidate'],
  ): Promise<ReservedCandidate | RefusedCandidate> {
    try {
      await this.probe(transaction, candidate, staged.scopes);
      const reservation = await this.accounts.reserve({
        organisationId: transaction.organisationId,
        influencerId: transaction.influencerId,
        platform: transaction.platform,
        platformAccountId: candidate.accountId,
        handle: candidate.handle,
        displayName: candidate.name,
        ...(transaction.socialAccountId && { expectedSocialAccountId: transaction.socialAccountId }),
        ...(transaction.authorizationRequestId && { authorizationRequestId: transaction.authorizationRequestId }),
      });
      if (transaction.socialAccountId && reservation.socialAccountId !== transaction.socialAccountId) {
        throw new AppError(oauthErrors.otherAccount);
      }
      return { ...reservation, candidate };
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      return { handle: candidate.handle, error };
    }
  }

  /** One cheap real call: a token that can not read is not worth storing. */
  private async probe(
    { platform }: ConnectTransaction,
    { accessToken: token, accountId }: ReservedCandidate['candidate'],
    scopes: readonly string[],
  ): Promise<void> {
    const { reader } = this.platforms.get(platform);
    try {
      const profile = await reader.profile({ token, accountId, scopes });
      if (profile.id !== accountId) throw new AppError(oauthErrors.otherAccount);
    } catch (error) {
      if (!(error instanceof PlatformError)) throw error;
      throw new AppError(error.retryable ? oauthErrors.platformUnavailable : oauthErrors.exchangeFailed, {
        cause: error,
      });
    }
  }
}

function choose(
  transaction: ConnectTransaction,
  staged: StagedGrant,
  candidateIds: readonly string[],
): ReservedCandidate['candidate'][] {
  const ids = [...new Set(candidateIds)];
  if (ids.length === 0 || (transaction.socialAccountId && ids.length > 1)) {
    throw new AppError(oauthErrors.candidateUnknown);
  }
  return ids.map((id) => {
    const candidate = staged.candidates.find((one) => one.id === id);
    if (candidate?.reason === 'other_account') throw new AppError(oauthErrors.otherAccount);
    const { accountId, accessToken } = candidate ?? {};
    if (!candidate?.eligible || !accountId || !accessToken) throw new AppError(oauthErrors.candidateUnknown);
    return { ...candidate, accountId, accessToken };
  });
}
