import type { TokenField } from '../../grants/domain/grant';
import type { NewGrant } from '../../grants/store-grant';
import type { Secret } from '@creator-connect/security';
import type { ConnectTransaction } from '../domain/connect-transaction';
import type { StagedGrant } from '../staged-grant';
import type { ReservedCandidate } from './reserve-candidates';

export function newGrantFrom(
  transaction: ConnectTransaction,
  staged: StagedGrant,
  { candidate, socialAccountId, first }: ReservedCandidate,
  authorizedAt: Date,
): NewGrant {
  const { organisationId, influencerId, platform, appRegistration, flow, proof, starter } = transaction;
  const isPersonsOwn = candidate.accessToken.reveal() === staged.personToken.reveal();
  const tokens: Partial<Record<TokenField, Secret>> = { access: candidate.accessToken };
  if (staged.refreshToken) tokens.refresh = staged.refreshToken;
  // A Page's token collects; the person's own is kept for inspecting and revoking the consent.
  if (!isPersonsOwn) tokens.user = staged.personToken;
  return {
    organisationId,
    influencerId,
    socialAccountId,
    first,
    platform,
    appRegistration,
    flow,
    proof,
    authorizedBy: starter.kind,
    authorizedAt,
    ids: {
      accountId: candidate.accountId,
      personId: staged.personId,
      pageId: candidate.pageId,
      labels: { handle: candidate.handle, pageName: candidate.pageName },
    },
    scopes: staged.scopes,
    missingScopes: staged.missingScopes,
    tokens,
    // A Page's token has no end of its own (architecture decision 11).
    accessExpiresAt: isPersonsOwn ? staged.personTokenExpiresAt : null,
    refreshExpiresAt: staged.refreshExpiresAt,
    dataAccessExpiresAt: staged.dataAccessExpiresAt,
  };
}
