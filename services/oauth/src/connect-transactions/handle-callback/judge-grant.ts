import { oauthErrors, type Platform } from '@creator-connect/contracts';
import { type Candidate, type GrantInspection, type GrantTokens, tickedTargets } from '@creator-connect/platforms';
import { causes } from '../../doctor/causes';
import { diagnose, diagnoseChannels, type Diagnosis } from '../../doctor/diagnose';
import type { ConnectPlatform } from '../../platforms/connect-platform';
import type { Failure } from '../domain/connect-transaction';
import { type Arrived, type Expectation, meetsExpectation } from '../domain/expectation';
import { secret, stageCandidate, type StagedCandidate, type StagedGrant } from '../staged-grant';
import { checkGrant } from './grant-check';

export interface RefusedGrant {
  failure: Failure;
  /** Set when the platform must be told that nothing is held: whose consent is taken back there, and why. */
  takeBack: { personId: string; reason: 'scopes_surplus' | 'other_account' } | null;
  /** What the platform said, for the log; nothing in it is secret. */
  answer: object;
}

/** What the person just chose at the platform: it holds from now on for every grant that rests on their consent. */
export interface FreshConsent {
  personId: string;
  missingScopes: readonly string[];
  /** null: not narrowed. */
  tickedPages: readonly string[] | null;
  tickedAccounts: readonly string[] | null;
}

export type JudgedGrant = { consent: FreshConsent | null } & ({ staged: StagedGrant } | { refused: RefusedGrant });

/** The expectation of an attempt, and how a candidate is compared with it. */
export interface Judgement {
  expectation: Expectation;
  hashOf(platform: Platform, accountId: string): Buffer;
  hashOfPerson(personId: string): Buffer;
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
      return refuse({ code: oauthErrors.foreignToken.code }, said(inspection));
    case 'dead':
      return refuse({ code: oauthErrors.exchangeFailed.code }, said(inspection));
    case 'surplus':
      return {
        consent: null,
        refused: {
          failure: { code: oauthErrors.scopesSurplus.code },
          takeBack: { personId: check.personId, reason: 'scopes_surplus' },
          answer: { operation: 'inspect', surplus: check.surplus },
        },
      };
    case 'scopes_missing': {
      const missingFrom = judgement.hashOfPerson(check.personId).toString('hex');
      const failure = { code: oauthErrors.scopesMissing.code, missingScopes: check.missing, missingFrom };
      return refuse(failure, said(inspection), consentOf(inspection, check.personId, check.missing));
    }
    case 'accepted':
  }
  const consent = consentOf(inspection, check.personId, []);
  const found = await grants.candidates(tokens.accessToken, { ...inspection, scopes: check.scopes });
  const diagnosis = examine(platform, found, consent, judgement);
  const offered = { operation: 'candidates', reasons: found.map(({ reason }) => reason) };
  if (diagnosis?.cause === 'expected_not_offered') return refuseOther(otherAccount(diagnosis), offered, consent);
  const candidates = found.map((candidate) => stageCandidate(candidate, isExpected(platform, candidate, judgement)));
  const failure = diagnosis ? null : failureOf(candidates, judgement.expectation);
  if (failure?.code === oauthErrors.otherAccount.code) return refuseOther(failure, offered, consent);
  if (failure) return refuse(failure, offered, consent);
  return { consent, staged: stage(tokens, inspection, check, { candidates, diagnosis }) };
}

function consentOf(inspection: GrantInspection, personId: string, missingScopes: readonly string[]): FreshConsent {
  return {
    personId,
    missingScopes,
    tickedPages: tickedTargets(inspection, 'pages_show_list'),
    tickedAccounts: tickedTargets(inspection, 'instagram_basic'),
  };
}

function examine(
  platform: Platform,
  found: readonly Candidate[],
  { tickedPages, tickedAccounts }: FreshConsent,
  judgement: Judgement,
): Diagnosis | null {
  if (platform === 'youtube') return diagnoseChannels(found.length);
  if (platform !== 'instagram') return null;
  const { accountHash, handle } = judgement.expectation;
  const isTheOne = (id: string) => accountHash?.equals(judgement.hashOf(platform, id)) ?? false;
  return diagnose({
    pages: found.map((candidate) => ({
      page: candidate.page?.name ?? null,
      handle: candidate.account?.handle ?? null,
      reason: candidate.reason,
      expected: isExpected(platform, candidate, judgement),
    })),
    tickedPages,
    expectedWasTicked: (tickedAccounts ?? []).some(isTheOne),
    expectedHandle: handle,
  });
}

function otherAccount({ expectedHandle, arrivedHandles }: Diagnosis): Failure {
  return { code: causes.expected_not_offered.error.code, expectedHandle, arrivedHandle: arrivedHandles[0] ?? null };
}

function isExpected(platform: Platform, candidate: Candidate, { expectation, hashOf }: Judgement): boolean {
  if (!candidate.account) return true;
  const arrived: Arrived = {
    accountHash: hashOf(platform, candidate.account.id),
    handle: candidate.account.handle,
  };
  return meetsExpectation(expectation, arrived);
}

/** Elsewhere than at Instagram a consent opens what it opens. */
function failureOf(candidates: readonly StagedCandidate[], expectation: Expectation): Failure | null {
  if (candidates.some((candidate) => candidate.eligible)) return null;
  const other = candidates.find((candidate) => candidate.reason === 'other_account');
  if (!other) return { code: oauthErrors.exchangeFailed.code };
  return { code: oauthErrors.otherAccount.code, expectedHandle: expectation.handle, arrivedHandle: other.handle };
}

function stage(
  tokens: GrantTokens,
  inspection: GrantInspection,
  accepted: { personId: string; scopes: readonly string[]; missingScopes: readonly string[] },
  shown: Pick<StagedGrant, 'candidates' | 'diagnosis'>,
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
    ...shown,
  };
}

function said({ valid, issuedToUs, deathCause }: GrantInspection): object {
  return { operation: 'inspect', valid, issuedToUs, cause: deathCause };
}

function refuse(failure: Failure, answer: object, consent: FreshConsent | null = null): JudgedGrant {
  return { consent, refused: { failure, takeBack: null, answer } };
}

/** No account rests on what the person just agreed to, and none will: whoever wants to add this one agrees anew. */
function refuseOther(failure: Failure, answer: object, consent: FreshConsent): JudgedGrant {
  const takeBack = { personId: consent.personId, reason: 'other_account' } as const;
  return { consent, refused: { failure, takeBack, answer } };
}
