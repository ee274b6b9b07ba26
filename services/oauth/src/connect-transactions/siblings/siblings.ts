import type { Platform } from '@creator-connect/contracts';
import { type Tx, UnitOfWork } from '@creator-connect/persistence';
import { Injectable } from '@nestjs/common';
import type { Grant } from '../../grants/domain/grant';
import { GrantVault } from '../../grants/grant-vault';
import { GrantsRepository } from '../../grants/persistence/grants.repository';
import { PlatformHashes } from '../../grants/vault/platform-hashes';
import { VerificationsRepository } from '../../verification/verifications.repository';
import type { Actor, ConnectTransaction } from '../domain/connect-transaction';
import type { FreshConsent } from '../handle-callback/judge-grant';
import { ConnectTransactionsRepository } from '../persistence/connect-transactions.repository';
import { isCovered } from './is-covered';

/** Another account of the same person, as they know it. */
export interface Sibling {
  socialAccountId: string;
  handle: string | null;
  pageName: string | null;
}

const access = { service: 'oauth', purpose: 'siblings' };

/**
 * One consent carries many accounts (architecture decision 10), and a new consent replaces the choice of the last: who
 * does not tick a Page again takes it away from the account that is connected through it.
 */
@Injectable()
export class Siblings {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly grants: GrantsRepository,
    private readonly vault: GrantVault,
    private readonly hashes: PlatformHashes,
    private readonly verifications: VerificationsRepository,
    private readonly transactions: ConnectTransactionsRepository,
  ) {}

  /** What must stay ticked. Whoever only holds a link learns nothing of the invited person's other accounts. */
  async toKeep(tx: Tx, actor: Actor, platform: Platform, target: string | null): Promise<Sibling[]> {
    if (platform !== 'instagram' || !actor.proven) return [];
    const living = await this.grants.findLiving(tx, actor.influencerId, platform);
    const others = living.filter((grant) => grant.socialAccountId !== target);
    return Promise.all(others.map((grant) => this.describe(tx, grant)));
  }

  /**
   * After a consent: every account that it no longer covers is looked at now, in any organisation; only what the platform
   * then says about it may change its state. Those of the person who just consented are named to them.
   */
  async compare(transaction: ConnectTransaction, consent: FreshConsent): Promise<void> {
    const { id, organisationId, influencerId, platform, appRegistration, socialAccountId } = transaction;
    const lost: string[] = [];
    const person = this.hashes.person(platform, appRegistration, consent.personId);
    for (const address of await this.grants.locateByPerson(person)) {
      const grant = await this.unitOfWork.tenant(address.organisationId, (tx) =>
        this.doubtUncovered(tx, address.grantId, consent),
      );
      const own = grant?.organisationId === organisationId && grant.influencerId === influencerId;
      if (own && grant.socialAccountId !== socialAccountId) lost.push(grant.socialAccountId);
    }
    if (lost.length === 0) return;
    await this.unitOfWork.tenant(organisationId, (tx) => this.transactions.noteLostSiblings(tx, id, lost));
  }

  async named(tx: Tx, socialAccountIds: readonly string[]): Promise<Sibling[]> {
    const found = await Promise.all(socialAccountIds.map((id) => this.grants.findByAccount(tx, id)));
    return Promise.all(found.flatMap((grant) => (grant ? [this.describe(tx, grant)] : [])));
  }

  private async doubtUncovered(tx: Tx, grantId: string, consent: FreshConsent): Promise<Grant | null> {
    const grant = await this.grants.lockById(tx, grantId);
    if (grant?.state !== 'live') return null;
    const { accountHash } = grant;
    const covered = isCovered(consent, {
      isAccount: (id) => accountHash?.equals(this.hashes.account(grant.platform, id)) ?? false,
      pageId: grant.sealedIds === null ? null : (await this.vault.openIds(tx, grant, access)).pageId,
    });
    if (covered) return null;
    await this.verifications.ask(tx, grant, 'consent_narrowed');
    return grant;
  }

  private async describe(tx: Tx, grant: Grant): Promise<Sibling> {
    const ids = grant.sealedIds === null ? null : await this.vault.openIds(tx, grant, access);
    const { handle = null, pageName = null } = ids?.labels ?? {};
    return { socialAccountId: grant.socialAccountId, handle, pageName };
  }
}
