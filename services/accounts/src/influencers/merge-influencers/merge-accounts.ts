import { Injectable } from '@nestjs/common';
import type { Tx } from '@creator-connect/persistence';
import { afterMarketplaceFact } from '../../social-accounts/domain/account-status';
import type { SocialAccount } from '../../social-accounts/domain/social-account';
import { SocialAccountRepository } from '../../social-accounts/persistence/social-account.repository';
import { RecordFact, type Fact } from '../../social-accounts/record-fact';
import { RemoveAccount } from '../../social-accounts/remove-account/remove-account';
import { MergeFacts } from './persistence/merge-facts';

/** The accounts of an entry go to another one, each once. */
@Injectable()
export class MergeAccounts {
  constructor(
    private readonly accounts: SocialAccountRepository,
    private readonly recordFact: RecordFact,
    private readonly removeAccount: RemoveAccount,
    private readonly facts: MergeFacts,
  ) {}

  /** Ids of those that moved. */
  async move(tx: Tx, fromId: string, toId: string, by: Pick<Fact, 'actor' | 'at'>): Promise<string[]> {
    await this.#joinDoubled(tx, [fromId, toId]);
    const moving = await this.accounts.lockAllOf(tx, fromId);
    for (const account of moving) await this.recordFact.moved(tx, account, toId, by);
    return moving.map(({ id }) => id);
  }

  /**
   * A marketplace account that TikTok only named by its handle, and the same one known by its id, each with one of the two
   * entries: what the marketplace said goes over, and the nameless one goes.
   */
  async #joinDoubled(tx: Tx, influencerIds: readonly string[]): Promise<void> {
    const all: SocialAccount[] = [];
    for (const id of influencerIds.toSorted()) all.push(...(await this.accounts.lockAllOf(tx, id)));
    const tiktok = all.filter(({ platform, reserved }) => platform === 'tiktok' && !reserved);
    for (const named of tiktok.filter(({ platformAccountId }) => platformAccountId === null)) {
      const known = tiktok.find((one) => one.platformAccountId !== null && handleOf(one) === handleOf(named));
      if (!known) continue;
      const { marketplace: to, marketplaceAt: at } = named;
      if (to === 'TTCM' && at)
        await this.recordFact.record(tx, {
          accountId: known.id,
          influencerId: known.influencerId,
          eventId: null,
          cause: 'marketplace_status',
          actor: 'platform',
          at: at.toISOString(),
          decide: (now) => afterMarketplaceFact(now, { kind: 'status', to, at }),
        });
      await this.facts.askForInstead(tx, named.id, known.id);
      await this.removeAccount.remove(tx, named);
    }
  }
}

const handleOf = ({ handle }: SocialAccount) => handle.toLowerCase();
