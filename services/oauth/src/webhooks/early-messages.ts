import type { Tx } from '@creator-connect/persistence';
import { Injectable } from '@nestjs/common';
import type { Grant } from '../grants/domain/grant';
import { revokedByPerson } from './report';
import { ReportedEndsRepository } from './reported-ends.repository';

/** The end of a token can be told before the grant that holds it is stored: between the consent and our last word. */
@Injectable()
export class EarlyMessages {
  constructor(private readonly ends: ReportedEndsRepository) {}

  /** In the transaction that stores the grant and its tokens. */
  async catchUp(tx: Tx, { id: grantId, organisationId }: Grant): Promise<void> {
    for (const { webhookId, tokenName, receivedAt: occurredAt } of await this.ends.earlier(tx, grantId)) {
      const about = { rule: 'youtube.token-revoked', occurredAt, deletesData: false, tokenName, again: false };
      const end = { ...revokedByPerson, ...about };
      await this.ends.add(tx, webhookId, { grantId, organisationId }, end);
    }
  }
}
