import type { AccessToken, Candidate } from '@creator-connect/platforms';
import { Secret } from '@creator-connect/security';
import type { Diagnosis } from '../doctor/diagnose';

/** One account that the person may choose, with what it would be collected with. */
export interface StagedCandidate {
  id: string;
  accountId: string | null;
  handle: string | null;
  name: string | null;
  pictureUrl: string | null;
  followers: number | null;
  pageId: string | null;
  pageName: string | null;
  eligible: boolean;
  /** Why it can not be chosen: a reason of the platform client, or `other_account`. */
  reason: string | null;
  accessToken: Secret | null;
}

/** A grant that the platform gave and that nobody uses yet: kept sealed until the person confirms, or for a day. */
export interface StagedGrant {
  personId: string;
  /** Meta's user token, TikTok's access token. */
  personToken: Secret;
  personTokenExpiresAt: Date | null;
  refreshToken: Secret | null;
  refreshExpiresAt: Date | null;
  dataAccessExpiresAt: Date | null;
  scopes: readonly string[];
  missingScopes: readonly string[];
  candidates: readonly StagedCandidate[];
  /** Why none of them can be chosen, which the person may repair while the grant is kept. */
  diagnosis: Diagnosis | null;
}

export function stageCandidate(candidate: Candidate, isExpected: boolean): StagedCandidate {
  const eligible = candidate.usable && isExpected;
  return {
    id: candidate.id,
    accountId: candidate.account?.id ?? null,
    handle: candidate.account?.handle ?? null,
    name: candidate.account?.displayName ?? null,
    pictureUrl: candidate.account?.pictureUrl ?? null,
    followers: candidate.account?.followers ?? null,
    pageId: candidate.page?.id ?? null,
    pageName: candidate.page?.name ?? null,
    eligible,
    reason: candidate.reason ?? (isExpected ? null : 'other_account'),
    accessToken: eligible && candidate.accessToken ? secret(candidate.accessToken) : null,
  };
}

export function secret(token: AccessToken): Secret {
  return Secret.of(token.reveal());
}

/** Plain text for the envelope; the only place where a staged grant's tokens leave their wrappers. */
export function encodeStaged(staged: StagedGrant): string {
  return JSON.stringify({
    ...staged,
    personToken: staged.personToken.reveal(),
    refreshToken: staged.refreshToken?.reveal() ?? null,
    candidates: staged.candidates.map((candidate) => ({
      ...candidate,
      accessToken: candidate.accessToken?.reveal() ?? null,
    })),
  });
}

export function decodeStaged(text: string): StagedGrant {
  const raw = JSON.parse(text) as Encoded;
  return {
    ...raw,
    personToken: Secret.of(raw.personToken),
    personTokenExpiresAt: date(raw.personTokenExpiresAt),
    refreshToken: optional(raw.refreshToken),
    refreshExpiresAt: date(raw.refreshExpiresAt),
    dataAccessExpiresAt: date(raw.dataAccessExpiresAt),
    candidates: raw.candidates.map((candidate) => ({ ...candidate, accessToken: optional(candidate.accessToken) })),
  };
}

type Encoded = Omit<
  StagedGrant,
  'personToken' | 'personTokenExpiresAt' | 'refreshToken' | 'refreshExpiresAt' | 'dataAccessExpiresAt' | 'candidates'
> & {
  personToken: string;
  personTokenExpiresAt: string | null;
  refreshToken: string | null;
  refreshExpiresAt: string | null;
  dataAccessExpiresAt: string | null;
  candidates: (Omit<StagedCandidate, 'accessToken'> & { accessToken: string | null })[];
};

function date(text: string | null): Date | null {
  return text === null ? null : new Date(text);
}

function optional(text: string | null): Secret | null {
  return text === null ? null : Secret.of(text);
}
