import { Injectable } from '@nestjs/common';
import { AppError, notificationsErrors, requestErrors } from '@creator-connect/contracts';
import { UnitOfWork } from '@creator-connect/persistence';
import { AddressMails } from '../address-mails';
import { OutboundEmailRepository, secondsBetweenTests } from '../persistence/outbound-email.repository';

@Injectable()
export class SendTestHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly identities: OutboundEmailRepository,
    private readonly mails: AddressMails,
  ) {}

  /** Where it went: to the verified address itself, so that nobody else can be written to. */
  async handle(organisationId: string): Promise<string> {
    const { address, via } = await this.unitOfWork.tenant(organisationId, async (tx) => {
      const free = await this.identities.takeTest(tx);
      if (free) return free;
      const known = await this.identities.find(tx);
      if (!known?.verifiedAddress) throw new AppError(notificationsErrors.noVerifiedAddress);
      throw new AppError(requestErrors.throttled, { retryAfterSeconds: secondsBetweenTests });
    });
    await this.mails.test(organisationId, address, via);
    return address;
  }
}
