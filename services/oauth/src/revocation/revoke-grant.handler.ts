import { AppError, type EndCause, newId, oauthErrors } from '@creator-connect/contracts';
import { type Tx, UnitOfWork } from '@creator-connect/persistence';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock';
import type { Grant } from '../grants/domain/grant';
import { EndGrant } from '../grants/end-grant';
import { GrantVault } from '../grants/grant-vault';
import { GrantsRepository } from '../grants/persistence/grants.repository';
import { RevocationCopies, type RevocationCopy } from './revocation-copies';
import { type Revocation, RevocationsRepository } from './revocations.repository';

export interface RevokeGrant {
  organisationId: string;
  socialAccountId: string;
  by: 'person' | 'organisation';
  /** Set for a person: only what is theirs can be revoked. */
  influencerId?: string;
}

/**
 * Takes a grant back: in one transaction the tokens are destroyed, the event is written, and a short-lived copy waits for
 * the platform to be told. It works while the platform is down. Asked again, it answers the receipt of the first time.
 */
@Injectable()
export class RevokeGrantHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly grants: GrantsRepository,
    private readonly vault: GrantVault,
    private readonly copies: RevocationCopies,
    private readonly revocations: RevocationsRepository,
    private readonly ending: EndGrant,
    private readonly clock: Clock,
  ) {}

  handle(command: RevokeGrant): Promise<Revocation> {
    return this.unitOfWork.tenant(command.organisationId, async (tx) => {
      const grant = await this.grants.lockByAccount(tx, command.socialAccountId);
      const foreign = command.influencerId !== undefined && grant?.influencerId !== command.influencerId;
      if (!grant || foreign) throw new AppError(oauthErrors.noAuthorization);
      if (grant.state !== 'revoked') await this.revoke(tx, grant, command.by);
      const receipt = await this.revocations.newestOf(tx, command.socialAccountId);
      if (!receipt) throw new AppError(oauthErrors.noAuthorization);
      return receipt;
    });
  }

  async revoke(tx: Tx, grant: Grant, by: RevokeGrant['by']): Promise<void> {
    const { organisationId, influencerId, platform } = grant;
    const revocationId = newId();
    const copy = await this.copyOf(tx, grant);
    const cause: EndCause = by === 'person' ? 'revoked_by_person' : 'revoked_by_organisation';
    await this.ending.end(tx, grant, {
      kind: 'revoked',
      cause,
      rule: `revocation.${by}`,
      answer: null,
      observedAt: this.clock.now(),
      by,
      ...(copy && {
        copy: { revocationId, ...this.copies.seal({ id: revocationId, organisationId, influencerId, platform }, copy) },
      }),
    });
  }

  /** What the platform must be told with: the person's own token where there is one beside a Page's. */
  private async copyOf(tx: Tx, grant: Grant): Promise<RevocationCopy | null> {
    const access = { service: 'oauth', purpose: 'revoke' };
    const user = await this.vault.openToken(tx, grant, 'user', access);
    const token = user ?? (await this.vault.openToken(tx, grant, 'access', access));
    if (!token) return null;
    return {
      token,
      tokenExpiresAt: user ? null : grant.accessExpiresAt,
      refreshToken: await this.vault.openToken(tx, grant, 'refresh', access),
      personId: (await this.vault.openIds(tx, grant, access)).personId,
    };
  }
}
