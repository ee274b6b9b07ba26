import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@creator-connect/persistence';
import { OutboundWays } from '../../mail/outbound-ways';
import { OutboundEmailRepository, type Proposal } from '../persistence/outbound-email.repository';
import { VerifyAddress } from '../verify-address';

/** Asks AWS what became of a proposed address. */
@Injectable()
export class CheckIdentity {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly identities: OutboundEmailRepository,
    private readonly ways: OutboundWays,
    private readonly verifying: VerifyAddress,
  ) {}

  /** Throws `notifications.mail_server_down` while AWS does not answer. */
  async check(organisationId: string): Promise<'VERIFIED' | 'PENDING'> {
    const asked = await this.#proposal(organisationId);
    if (!asked) return 'PENDING';
    const verification = await this.ways.identities.verification(asked.address);
    return this.unitOfWork.tenant(organisationId, async (tx) => {
      const now = (await this.identities.find(tx))?.proposal;
      // Another address, or another way, was proposed meanwhile.
      if (now?.address !== asked.address || now.via !== 'ses') return 'PENDING';
      if (verification === 'failed') await this.identities.failed(tx, asked.address);
      // What AWS says counts for whose proposal it is about; others proved the mailbox to us first.
      if (verification !== 'verified' || now.proof === 'token') return 'PENDING';
      await this.verifying.verify(tx, organisationId);
      return 'VERIFIED';
    });
  }

  async #proposal(organisationId: string): Promise<Proposal | undefined> {
    const found = await this.unitOfWork.tenant(organisationId, (tx) => this.identities.find(tx));
    const proposal = found?.proposal;
    return proposal?.via === 'ses' && proposal.state === 'PENDING' ? proposal : undefined;
  }
}
