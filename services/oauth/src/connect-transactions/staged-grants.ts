import { AppError, oauthErrors } from '@creator-connect/contracts';
import { type Tx, UnitOfWork } from '@creator-connect/persistence';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock';
import { PlatformHashes } from '../grants/vault/platform-hashes';
import { type Connection, Vault } from '../grants/vault/vault';
import { type ConnectTransaction, STAGED_TTL_MS } from './domain/connect-transaction';
import { ConnectTransactionsRepository } from './persistence/connect-transactions.repository';
import { decodeStaged, encodeStaged, type StagedGrant } from './staged-grant';

/** Staged grants lie in the vault as a whole: their candidates' names are nobody else's business either. */
@Injectable()
export class StagedGrants {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly vault: Vault,
    private readonly hashes: PlatformHashes,
    private readonly transactions: ConnectTransactionsRepository,
    private readonly clock: Clock,
  ) {}

  /** `ifOver` when the person has discarded the attempt meanwhile. */
  async stage(
    transaction: ConnectTransaction,
    staged: StagedGrant,
    ifOver: (tx: Tx) => Promise<void>,
  ): Promise<boolean> {
    return this.unitOfWork.tenant(transaction.organisationId, async (tx) => {
      const sealed = await this.vault.seal(tx, connectionOf(transaction), 'staged', encodeStaged(staged));
      const expiresAt = endOf(staged, this.clock.now());
      const personHash = this.hashes.person(transaction.platform, transaction.appRegistration, staged.personId);
      const isStaged = await this.transactions.stage(tx, transaction, { personHash, sealed, expiresAt });
      if (!isStaged) await ifOver(tx);
      return isStaged;
    });
  }

  /** The time to finish does not begin anew. */
  async restage(tx: Tx, transaction: ConnectTransaction, staged: StagedGrant): Promise<void> {
    const sealed = await this.vault.seal(tx, connectionOf(transaction), 'staged', encodeStaged(staged));
    await this.transactions.restage(tx, transaction.id, sealed);
  }

  async open(tx: Tx, transaction: ConnectTransaction, purpose: string): Promise<StagedGrant> {
    const row = await this.transactions.staged(tx, transaction.id);
    if (!row || row.expiresAt <= this.clock.now()) throw new AppError(oauthErrors.stateInvalid);
    return this.unseal(tx, transaction, row.sealed, purpose);
  }

  /** Also one whose time to finish is over. */
  async kept(tx: Tx, transaction: ConnectTransaction, purpose: string): Promise<StagedGrant | null> {
    const row = await this.transactions.staged(tx, transaction.id);
    return row && this.unseal(tx, transaction, row.sealed, purpose);
  }

  private async unseal(tx: Tx, transaction: ConnectTransaction, sealed: string, purpose: string): Promise<StagedGrant> {
    const access = { service: 'oauth', purpose };
    return decodeStaged(await this.vault.open(tx, connectionOf(transaction), 'staged', sealed, access));
  }
}

/** Nothing renews a staged grant, so it is worth no more than its token. */
function endOf({ personTokenExpiresAt }: StagedGrant, now: Date): Date {
  const ends = now.getTime() + STAGED_TTL_MS;
  return new Date(Math.min(ends, personTokenExpiresAt?.getTime() ?? ends));
}

function connectionOf(transaction: ConnectTransaction): Connection {
  const { organisationId, influencerId, platform, id } = transaction;
  return { organisationId, influencerId, platform, connectionId: id };
}
