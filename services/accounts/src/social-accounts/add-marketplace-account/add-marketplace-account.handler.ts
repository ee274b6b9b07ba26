import { Injectable } from '@nestjs/common';
import { AppError, accountsErrors, newId } from '@creator-connect/contracts';
import { UnitOfWork, type Tx } from '@creator-connect/persistence';
import { plainHandle } from '../../authorization-requests/domain/request-items';
import { MergeRepository } from '../../influencers/merge-influencers/persistence/merge.repository';
import { InfluencerRepository } from '../../influencers/persistence/influencer.repository';
import { afterMarketplaceFact } from '../domain/account-status';
import type { SocialAccount } from '../domain/social-account';
import { SocialAccountRepository } from '../persistence/social-account.repository';
import { RecordFact, type Fact } from '../record-fact';

export interface AddMarketplaceAccount {
  organisationId: string;
  influencerId: string;
  handle: string;
  platformAccountId?: string | undefined;
  /** Default: the person, who joined. */
  by?: Pick<Fact, 'cause' | 'actor'>;
}

const byJoining = { cause: 'marketplace_joined', actor: 'person' } as const;

/**
 * An invited handle joined the marketplace, or an admin brings a member: its account is added as TTCM, NON_AUTH, and tracked (product.md 6). Asked
 * again, or about an account that is there already, it answers the same account.
 */
@Injectable()
export class AddMarketplaceAccountHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly influencers: InfluencerRepository,
    private readonly merges: MergeRepository,
    private readonly accounts: SocialAccountRepository,
    private readonly facts: RecordFact,
  ) {}

  handle(command: AddMarketplaceAccount): Promise<{ socialAccountId: string }> {
    return this.unitOfWork.tenant(command.organisationId, async (tx) => {
      // Who invited may still know the entry that theirs became part of.
      const influencerId = await this.merges.currentId(tx, command.influencerId);
      if (!(await this.influencers.hold(tx, influencerId))) throw new AppError(accountsErrors.notFound);
      const account = await this.#findOrAdd(tx, { ...command, influencerId });
      if (account.influencerId !== influencerId) throw new AppError(accountsErrors.alreadyConnected);
      const at = new Date();
      await this.facts.record(tx, {
        accountId: account.id,
        influencerId,
        eventId: null,
        ...(command.by ?? byJoining),
        at: at.toISOString(),
        decide: (now) => afterMarketplaceFact(now, { kind: 'invite_accepted', to: 'TTCM', at }),
      });
      return { socialAccountId: account.id };
    });
  }

  async #findOrAdd(tx: Tx, command: AddMarketplaceAccount): Promise<SocialAccount> {
    const handle = plainHandle(command.handle);
    const platformAccountId = command.platformAccountId ?? null;
    const known = () =>
      platformAccountId === null
        ? this.accounts.lockTikTokHandle(tx, command.influencerId, handle)
        : this.accounts.lockByPlatformId(tx, 'tiktok', platformAccountId);
    const found = await known();
    if (found) return found;
    const { organisationId, influencerId } = command;
    const ids = { id: newId(), organisationId, influencerId, platformAccountId };
    const account = { ...ids, platform: 'tiktok' as const, handle, displayName: handle };
    const added = await this.accounts.addFound(tx, account);
    // Nothing added: somebody else has it, or added it at the same moment.
    const now = added ? await this.accounts.lock(tx, account.id) : await known();
    if (!now) throw new AppError(accountsErrors.alreadyConnected);
    return now;
  }
}
