import { AppError, newId, oauthErrors } from '@creator-connect/contracts';
import { type Tx, UnitOfWork } from '@creator-connect/persistence';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock';
import type { Grant } from '../grants/domain/grant';
import { EndGrant, type TakenBack, type TakingBack } from '../grants/end-grant';
import { GrantVault, type OpenedGrant } from '../grants/grant-vault';
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
    const opened = await this.vault.openAll(tx, [grant], access);
    const secrets = opened.get(grant.id);
    if (secrets instanceof AppError) throw secrets;
    await this.takeBack(tx, [grant], opened, by === 'person' ? byPerson : byOrganisation);
  }

  /**
   * Locked grants of one organisation that somebody who runs the installation takes back, with few statements for all of
   * them. What can not be read any more is destroyed nevertheless; of that the platform can not be told.
   */
  async revokeAll(tx: Tx, grants: readonly Grant[], orderId: string): Promise<void> {
    const opened = await this.vault.openAll(tx, grants, access);
    await this.takeBack(tx, grants, opened, { ...byOrganisation, rule: 'revocation.operator', orderId });
  }

  private async takeBack(
    tx: Tx,
    grants: readonly Grant[],
    opened: ReadonlyMap<string, OpenedGrant | AppError>,
    end: Pick<TakingBack, 'by' | 'cause' | 'rule' | 'orderId'>,
  ): Promise<void> {
    const taken = grants.map((grant) => this.taken(grant, opened.get(grant.id)!));
    await this.ending.takeBack(tx, taken, { ...end, answer: null, observedAt: this.clock.now() });
  }

  private taken(grant: Grant, opened: OpenedGrant | AppError): TakenBack {
    if (opened instanceof AppError) return { grant, copy: null, outcome: 'given_up' };
    const copy = copyOf(grant, opened);
    if (!copy) return { grant, copy: null, outcome: 'not_needed' };
    const { organisationId, influencerId, platform } = grant;
    const place = { id: newId(), organisationId, influencerId, platform };
    return { grant, copy: { revocationId: place.id, ...this.copies.seal(place, copy) }, outcome: 'pending' };
  }
}

const access = { service: 'oauth', purpose: 'revoke' };
const byPerson = { by: 'person', cause: 'revoked_by_person', rule: 'revocation.person' } as const;
const byOrganisation = {
  by: 'organisation',
  cause: 'revoked_by_organisation',
  rule: 'revocation.organisation',
} as const;

/** What the platform must be told with: the person's own token where there is one beside a Page's. */
function copyOf(grant: Grant, { ids, tokens: { user, access: own, refresh } }: OpenedGrant): RevocationCopy | null {
  const token = user ?? own;
  if (!token) return null;
  if (!ids) throw new AppError(oauthErrors.vaultFailure);
  const tokenExpiresAt = user ? null : grant.accessExpiresAt;
  return { token, tokenExpiresAt, refreshToken: refresh ?? null, personId: ids.personId };
}
