import type { EndCause } from '@creator-connect/contracts';
import {
  compareScopes,
  type GrantInspection,
  PlatformError,
  type PlatformFailure,
  tickedTargets,
} from '@creator-connect/platforms';
import type { Secret } from '@creator-connect/security';
import type { PlatformIds } from '../grants/domain/grant';
import { deathOf, type GrantDeath, ruleOf } from '../grants/grant-death';
import type { ConnectPlatform } from '../platforms/connect-platform';

/** What is asked about. */
export interface Subject {
  /** The token that collects: a Page's at Instagram. */
  access: Secret;
  ids: PlatformIds;
  scopes: readonly string[];
  /** How often the platform said before that the account is gone: what may also mean "busy" is believed when it repeats. */
  goneBefore: number;
}

export type Finding =
  | { state: 'alive'; scopes: readonly string[] | null; expiresAt: Date | null; dataAccessExpiresAt: Date | null }
  | { state: 'dead'; death: GrantDeath; rule: string; answer: Record<string, unknown> | null }
  /** The access token is refused; a refresh token, if there is one, decides. */
  | { state: 'access_refused'; error: PlatformError }
  /** Nothing was learned, so nothing may change. */
  | { state: 'unknown'; failure: PlatformFailure };

/** So often the platform must say that an account is gone; Meta says so of a throttled call now and then. */
const goneAfter = 3;

type Platform = Pick<ConnectPlatform, 'platform' | 'grants' | 'reader' | 'linkedAccount'>;

/**
 * Asks the platform whether a grant still lives: a cheap real call, and whatever inspection can confirm. Only an answer
 * of the closed list is a death (architecture decision 3). Never throws for a platform's reason.
 */
export async function askPlatform(platform: Platform, subject: Subject): Promise<Finding> {
  try {
    const refusal = await tryReading(platform, subject);
    return refusal ? await examine(platform, subject, refusal) : await examineLiving(platform, subject);
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error;
    return { state: 'unknown', failure: error.failure };
  }
}

async function tryReading({ reader }: Platform, { access, ids, scopes }: Subject): Promise<PlatformError | null> {
  try {
    await reader.profile({ token: access, accountId: ids.accountId, scopes });
    return null;
  } catch (error) {
    if (error instanceof PlatformError) return error;
    throw error;
  }
}

async function examineLiving(platform: Platform, subject: Subject): Promise<Finding> {
  const inspection = await platform.grants.inspect(subject.access);
  const ended = endByInspection(platform, inspection);
  if (ended) return ended;
  // It reads and is said to be invalid: a contradiction is no proof.
  if (!inspection.valid || !inspection.issuedToUs) return { state: 'unknown', failure: { kind: 'unknown' } };
  const { scopes, expiresAt, dataAccessExpiresAt } = inspection;
  return (await unlinked(platform, subject)) ?? { state: 'alive', scopes, expiresAt, dataAccessExpiresAt };
}

/** The call was refused. What that means is asked a second time, in another way. */
async function examine(platform: Platform, subject: Subject, refusal: PlatformError): Promise<Finding> {
  const { failure, answer } = refusal;
  switch (failure.kind) {
    case 'grant_dead': {
      const death = deathOf(failure.cause);
      if (!death) return { state: 'access_refused', error: refusal };
      const inspection = await platform.grants.inspect(subject.access);
      if (inspection.valid) return { state: 'unknown', failure: { kind: 'unknown' } };
      return { state: 'dead', death, rule: ruleOf(answer), answer: { ...answer } };
    }
    case 'scope_lost':
    case 'account_gone':
      return confirmed(platform, subject, refusal);
    default:
      return { state: 'unknown', failure };
  }
}

/** Instagram: the Page carries no account any more, or another one. Without data access it would seem so, too. */
async function unlinked({ platform, linkedAccount }: Platform, { access, ids }: Subject): Promise<Finding | null> {
  if (!linkedAccount || ids.pageId === null) return null;
  try {
    const linked = await linkedAccount(access, ids.pageId);
    if (linked?.id === ids.accountId) return null;
    const answer = { operation: 'linked_account', linked: linked === null ? 'none' : 'another' };
    return dead('page_link_lost', `${platform}.linked_account`, answer);
  } catch (error) {
    // The Page may be as unreadable as the account; the inspection tells why.
    if (error instanceof PlatformError && !error.retryable) return null;
    throw error;
  }
}

async function confirmed(platform: Platform, subject: Subject, { failure, answer }: PlatformError): Promise<Finding> {
  const inspection = await platform.grants.inspect(subject.access);
  const ended =
    endByInspection(platform, inspection) ??
    endByNarrowing(platform, inspection, subject) ??
    (await unlinked(platform, subject));
  if (ended) return ended;
  // TikTok's inspection does not tell scopes; its refusal names the permission itself.
  if (failure.kind === 'scope_lost' && inspection.scopes === null) {
    return dead('permission_lost', ruleOf(answer), { ...answer });
  }
  if (failure.kind === 'account_gone' && subject.goneBefore + 1 >= goneAfter) {
    return dead('account_gone', ruleOf(answer), { ...answer });
  }
  return { state: 'unknown', failure };
}

function endByInspection({ platform, grants }: Platform, inspection: GrantInspection): Finding | null {
  const { deathCause, scopes } = inspection;
  const death = deathCause && deathOf(deathCause);
  if (death) {
    const answer = { operation: 'inspect', valid: inspection.valid, cause: deathCause };
    return { state: 'dead', death, rule: `${platform}.inspect.${deathCause}`, answer };
  }
  if (!inspection.valid || scopes === null) return null;
  const { missingRequired } = compareScopes(grants.scopes, scopes);
  if (missingRequired.length === 0) return null;
  return dead('permission_lost', `${platform}.inspect.scopes`, { operation: 'inspect', missing: missingRequired });
}

/**
 * A newer consent of the same person left this account or its Page out: the inspection says so of the whole consent. Only
 * asked about after a real call was refused; as long as an account can be read, nothing is lost.
 */
function endByNarrowing({ platform }: Platform, inspection: GrantInspection, { ids }: Subject): Finding | null {
  if (!inspection.valid) return null;
  const accounts = tickedTargets(inspection, 'instagram_basic');
  const pages = tickedTargets(inspection, 'pages_show_list');
  const leftOut = [
    ...(accounts && !accounts.includes(ids.accountId) ? ['instagram_basic'] : []),
    ...(pages && ids.pageId !== null && !pages.includes(ids.pageId) ? ['pages_show_list'] : []),
  ];
  if (leftOut.length === 0) return null;
  return dead('permission_lost', `${platform}.inspect.targets`, { operation: 'inspect', not_ticked_for: leftOut });
}

function dead(cause: EndCause, rule: string, answer: Record<string, unknown>): Finding {
  return { state: 'dead', death: { kind: 'expired', cause }, rule, answer };
}
