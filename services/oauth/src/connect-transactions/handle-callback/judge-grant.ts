import { type ErrorDefinition, oauthErrors, type Platform } from '@creator-connect/contracts';
import type { Candidate, GrantInspection, GrantTokens } from '@creator-connect/platforms';
import type { ConnectPlatform } from '../../platforms/connect-platform';
import type { Failure } from '../domain/connect-transaction';
import { type Arrived, type Expectation, meetsExpectation } from '../domain/expectation';
import { secret, stageCandidate, type StagedCandidate, type StagedGrant } from '../staged-grant';
import { checkGrant } from './grant-check';

export interface RefusedGrant {
  failure: Failure;
  /** Set when the platform gave more than we may hold: the person whose consent must be taken back there. */
  surplusOf: string | null;
}

export type JudgedGrant = { staged: StagedGrant } | { refused: RefusedGrant };

/** The expectation of an attempt, and how a candidate is compared with it. */
export interface Judgement {
  expectation: Expectation;
  hashOf(platform: Platform, accountId: string): Buffer;
}

/** Asks the platform what a fresh grant is and opens, and decides whether it may be offered to the person. */
export async function judgeGrant(
  { platform, grants }: Pick<ConnectPlatform, 'platform' | 'grants'>,
  tokens: GrantTokens,
  judgement: Judgement,
): Promise<JudgedGrant> {
  const inspection = await grants.inspect(tokens.accessToken);
  const check = checkGrant(grants.scopes, tokens, inspection);
  switch (check.verdict) {
    case 'foreign':
      return refuse(oauthErrors.foreignToken);
    case 'dead':
      return refuse(oauthErrors.exchangeFailed);
    case 'surplus':
      return { refused: { failure: { code: oauthErrors.scopesSurplus.code }, surplusOf: check.personId } };
    case 'scopes_missing':
      return refuse(oauthErrors.scopesMissing, { missingScopes: check.missing });
    case 'accepted':
  }
  const found = await grants.candidates(tokens.accessToken, { ...inspection, scopes: check.scopes });
  const candidates = found.map((candidate) => stageCandidate(candidate, isExpected(platform, candidate, judgement)));
  const failure = failureOf(candidates, judgement.expectation);
  if (failure) return { refused: { failure, surplusOf: null } };
  return { staged: stage(tokens, inspection, check, candidates) };
}

function isExpected(platform: Platform, candidate: Candidate, { expectation, hashOf }: Judgement): boolean {
  if (!candidate.account) return true;
  const arrived: Arrived = {
    accountHash: hashOf(platform, candidate.account.id),
    handle: candidate.account.handle,
  };
  return meetsExpectation(expectation, arrived);
}

/** A grant without a single account to choose; what is in the way is told apart (product.md 10). */
function failureOf(candidates: readonly StagedCandidate[], expectation: Expectation): Failure | null {
  if (candidates.some((candidate) => candidate.eligible)) return null;
  if (candidates.length === 0) return { code: oauthErrors.noPage.code };
  const other = candidates.find((candidate) => candidate.reason === 'other_account');
  if (other) {
    const { code } = oauthErrors.otherAccount;
    return { code, expectedHandle: expectation.handle, arrivedHandle: other.handle };
  }
  const unlinked = candidates.every((candidate) => candidate.reason === 'page_without_instagram');
  return unlinked ? { code: oauthErrors.pageWithoutInstagram.code } : null;
}

function stage(
  tokens: GrantTokens,
  inspection: GrantInspection,
  accepted: { personId: string; scopes: readonly string[]; missingScopes: readonly string[] },
  candidates: readonly StagedCandidate[],
): StagedGrant {
  return {
    personId: accepted.personId,
    personToken: secret(tokens.accessToken),
    personTokenExpiresAt: tokens.accessExpiresAt ?? inspection.expiresAt,
    refreshToken: tokens.refreshToken && secret(tokens.refreshToken),
    refreshExpiresAt: tokens.refreshExpiresAt,
    dataAccessExpiresAt: inspection.dataAccessExpiresAt,
    scopes: accepted.scopes,
    missingScopes: accepted.missingScopes,
    candidates,
  };
}

function refuse({ code }: ErrorDefinition, more: Omit<Failure, 'code'> = {}): JudgedGrant {
  return { refused: { failure: { code, ...more }, surplusOf: null } };
}
