import type { Grant } from '../grants/domain/grant';
import type { Finding } from '../verification/ask-platform';

/**
 * What a look says about a grant that is about as old as a removal: the consent is taken back; it stands, so the removal
 * was of the one before; something else is wrong with it; or nothing was learned.
 */
export type Word = 'taken_back' | 'stands' | 'something_else' | 'unknown';

export function wordOf(finding: Finding, { accessExpiresAt }: Pick<Grant, 'accessExpiresAt'>, now: Date): Word {
  switch (finding.state) {
    case 'alive':
      return 'stands';
    case 'dead':
      return finding.death.kind === 'revoked' ? 'taken_back' : 'something_else';
    // A token that has run out is refused in any case.
    case 'access_refused':
      return accessExpiresAt !== null && accessExpiresAt <= now ? 'something_else' : 'taken_back';
    case 'unknown':
      return 'unknown';
  }
}
