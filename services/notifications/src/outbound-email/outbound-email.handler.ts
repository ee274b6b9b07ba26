import { Injectable } from '@nestjs/common';
import { AppError, notificationsErrors, OutboundEmailVerified } from '@creator-connect/contracts';
import { Outbox } from '@creator-connect/messaging';
import { RoutingPool, UnitOfWork } from '@creator-connect/persistence';
import { randomToken, sha256 } from '@creator-connect/security';
import { AddressMails } from './address-mails';
import { OutboundEmailRepository, type OutboundEmail } from './persistence/outbound-email.repository';

/** Not set → pending → verified. With SMTP the confirmation mail is ours, sent by the installation's system sender. */
@Injectable()
export class OutboundEmailHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly routing: RoutingPool,
    private readonly outbox: Outbox,
    private readonly identities: OutboundEmailRepository,
    private readonly mails: AddressMails,
  ) {}

  find(organisationId: string): Promise<OutboundEmail | null> {
    return this.unitOfWork.tenant(organisationId, (tx) => this.identities.find(tx));
  }

  /** The mail goes first: an address that can't get it is refused, and what was verified before stays. */
  async propose(organisationId: string, address: string): Promise<OutboundEmail | null> {
    const token = randomToken();
    await this.mails.confirmation(organisationId, address, token);
    await this.unitOfWork.tenant(organisationId, (tx) =>
      this.identities.propose(tx, organisationId, address, sha256(token)),
    );
    return this.find(organisationId);
  }

  /** Unknown, used and expired tokens get the same answer. */
  async confirm(token: string): Promise<void> {
    const hash = sha256(token);
    const [row] = await this.routing.query<{ org_id: string }>(
      'SELECT org_id FROM outbound_identities WHERE pending_token_hash = $1',
      [hash],
    );
    if (!row) throw new AppError(notificationsErrors.confirmationUnusable);
    const organisationId = row.org_id;
    await this.unitOfWork.tenant(organisationId, async (tx) => {
      const version = await this.identities.confirm(tx, hash);
      if (version === undefined) throw new AppError(notificationsErrors.confirmationUnusable);
      const data = { organisationId, verifiedAt: new Date().toISOString() };
      await this.outbox.add(tx, OutboundEmailVerified, data, { aggregateVersion: version });
    });
  }
}
