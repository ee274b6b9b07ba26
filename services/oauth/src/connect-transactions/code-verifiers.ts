import { type Tx, UnitOfWork } from '@creator-connect/persistence';
import { randomToken, Secret } from '@creator-connect/security';
import { Injectable } from '@nestjs/common';
import { type Connection, Vault } from '../grants/vault/vault';
import type { ConnectTransaction } from './domain/connect-transaction';
import { ConnectTransactionsRepository } from './persistence/connect-transactions.repository';

/** The secret half of PKCE: new for each attempt, only ever on the server, and there only sealed (security OC-05). */
@Injectable()
export class CodeVerifiers {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly vault: Vault,
    private readonly transactions: ConnectTransactionsRepository,
  ) {}

  async create(tx: Tx, transaction: ConnectTransaction): Promise<Secret> {
    const verifier = randomToken(32);
    const sealed = await this.vault.seal(tx, connectionOf(transaction), 'code_verifier', verifier);
    await this.transactions.putVerifier(tx, transaction.id, sealed);
    return Secret.of(verifier);
  }

  /** Once: what proves one code is of no use afterwards. */
  take(transaction: ConnectTransaction): Promise<Secret | undefined> {
    return this.unitOfWork.tenant(transaction.organisationId, async (tx) => {
      const sealed = await this.transactions.takeVerifier(tx, transaction.id);
      if (sealed === null) return undefined;
      const access = { service: 'oauth', purpose: 'exchange_code' };
      return Secret.of(await this.vault.open(tx, connectionOf(transaction), 'code_verifier', sealed, access));
    });
  }
}

function connectionOf({ organisationId, influencerId, platform, id }: ConnectTransaction): Connection {
  return { organisationId, influencerId, platform, connectionId: id };
}
