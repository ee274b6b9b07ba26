import { newId } from '@creator-connect/contracts';
import type { Tx } from '@creator-connect/persistence';
import { Injectable } from '@nestjs/common';
import { PlatformHashes } from '../grants/vault/platform-hashes';
import { RevocationOrdersRepository } from '../revocation/orders/revocation-orders.repository';
import { RevocationCopies, type RevocationCopy } from '../revocation/revocation-copies';
import { RevocationsRepository } from '../revocation/revocations.repository';
import type { ConnectTransaction } from './domain/connect-transaction';

/** A consent that no account will rest on is taken back at the platform, unless another one does (architecture decision 10). */
@Injectable()
export class TakeBackConsent {
  constructor(
    private readonly copies: RevocationCopies,
    private readonly revocations: RevocationsRepository,
    private readonly hashes: PlatformHashes,
    private readonly orders: RevocationOrdersRepository,
  ) {}

  async takeBack(
    tx: Tx,
    transaction: ConnectTransaction,
    reason: 'scopes_surplus' | 'other_account' | 'discarded',
    consent: RevocationCopy,
  ): Promise<void> {
    const receipt = await this.receipt(tx, transaction, reason);
    const personHash = this.hashes.person(receipt.platform, transaction.appRegistration, consent.personId);
    await this.revocations.add(tx, [
      { ...receipt, outcome: 'pending', personHash, ...this.copies.seal(receipt, consent) },
    ]);
  }

  /** Of one that can not be read any more it is on record that the platform could not be told. */
  async giveUp(tx: Tx, transaction: ConnectTransaction): Promise<void> {
    const receipt = await this.receipt(tx, transaction, 'discarded');
    const nothing = { personHash: null, copyKey: null, copy: null };
    await this.revocations.add(tx, [{ ...receipt, ...nothing, outcome: 'given_up' }]);
  }

  private async receipt(tx: Tx, { id, organisationId, influencerId, platform }: ConnectTransaction, reason: string) {
    const orderId = await this.orders.against(tx, id);
    return { id: newId(), organisationId, influencerId, platform, socialAccountId: null, reason, orderId };
  }
}
