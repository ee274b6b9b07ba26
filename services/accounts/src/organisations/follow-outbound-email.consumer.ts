import { Controller } from '@nestjs/common';
import { OutboundEmailVerified, type EventEnvelope } from '@creator-connect/contracts';
import { Consumes } from '@creator-connect/messaging';
import type { Tx } from '@creator-connect/persistence';
import { OrganisationRepository } from './persistence/organisation.repository';

/** Remembers that mails can be sent, so that a flow that needs one can be refused with the way to set it up. */
@Controller()
export class FollowOutboundEmail {
  constructor(private readonly organisations: OrganisationRepository) {}

  @Consumes(OutboundEmailVerified)
  async handle({ data }: EventEnvelope<OutboundEmailVerified>, tx: Tx): Promise<void> {
    await this.organisations.noteOutboundEmail(tx, data.verifiedAt);
  }
}
