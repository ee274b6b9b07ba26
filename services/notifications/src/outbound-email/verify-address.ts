import { Injectable } from '@nestjs/common';
import { OutboundEmailVerified } from '@creator-connect/contracts';
import { Outbox } from '@creator-connect/messaging';
import type { Tx } from '@creator-connect/persistence';
import { OutboundEmailRepository } from './persistence/outbound-email.repository';

/** The proposed address is proven, and in use from now on. */
@Injectable()
export class VerifyAddress {
  constructor(
    private readonly outbox: Outbox,
    private readonly identities: OutboundEmailRepository,
  ) {}

  async verify(tx: Tx, organisationId: string): Promise<void> {
    const aggregateVersion = await this.identities.verified(tx);
    const data = { organisationId, verifiedAt: new Date().toISOString() };
    await this.outbox.add(tx, OutboundEmailVerified, data, { aggregateVersion });
  }
}
