import { Injectable, Logger } from '@nestjs/common';
import { AppError, notificationsErrors } from '@creator-connect/contracts';
import { UnitOfWork } from '@creator-connect/persistence';
import { sha256 } from '@creator-connect/security';
import { OutboundWays } from '../../mail/outbound-ways';
import { Recipients } from '../../peers/recipients';
import { AddresseeRepository, type Addressee } from '../persistence/addressee.repository';

/**
 * Lets mails go to an address again that somebody complained from: a member's act, after the creator asked for it in another
 * way, and only once Amazon SES does not suppress the address any more. Nothing lifts a complaint by itself.
 */
@Injectable()
export class LiftComplaintHandler {
  private readonly logger = new Logger(LiftComplaintHandler.name);

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly addressees: AddresseeRepository,
    private readonly recipients: Recipients,
    private readonly ways: OutboundWays,
  ) {}

  async handle(organisationId: string, influencerId: string, actor: string): Promise<Addressee> {
    const { complainedAddress } = await this.#find(organisationId, influencerId);
    if (complainedAddress) {
      const { email } = await this.recipients.of({ organisationId, influencerId, purpose: 'code', accountIds: [] });
      // Another address than that of the complaint is written to anyhow.
      const isThisOne = complainedAddress.equals(sha256(email.toLowerCase()));
      if (isThisOne && (await this.ways.suppressions.has(email))) throw new AppError(notificationsErrors.suppressed);
      await this.unitOfWork.tenant(organisationId, (tx) =>
        this.addressees.liftComplaint(tx, influencerId, complainedAddress),
      );
      this.logger.log({ actor, organisationId, influencerId }, 'a complaint was lifted');
    }
    return this.#find(organisationId, influencerId);
  }

  #find(organisationId: string, influencerId: string): Promise<Addressee> {
    return this.unitOfWork.tenant(organisationId, (tx) => this.addressees.find(tx, influencerId));
  }
}
