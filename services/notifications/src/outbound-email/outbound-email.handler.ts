import { Injectable } from '@nestjs/common';
import { AppError, notificationsErrors } from '@creator-connect/contracts';
import { RoutingPool, UnitOfWork } from '@creator-connect/persistence';
import { randomToken, sha256 } from '@creator-connect/security';
import { OutboundWays, type OutboundVia } from '../mail/outbound-ways';
import { AddressMails } from './address-mails';
import { CheckIdentity } from './check-identities/check-identity';
import { OutboundEmailRepository, type OutboundEmail, type Proof } from './persistence/outbound-email.repository';
import { VerifyAddress } from './verify-address';

/** The address an organisation sends from: proposed by an admin, used once it is confirmed. */
@Injectable()
export class OutboundEmailHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly routing: RoutingPool,
    private readonly identities: OutboundEmailRepository,
    private readonly mails: AddressMails,
    private readonly ways: OutboundWays,
    private readonly verifying: VerifyAddress,
    private readonly checking: CheckIdentity,
  ) {}

  find(organisationId: string): Promise<OutboundEmail | null> {
    return this.unitOfWork.tenant(organisationId, (tx) => this.identities.find(tx));
  }

  /** The mail goes first: an address that can't get it is refused, and what was verified before stays. */
  async propose(organisationId: string, address: string, via: OutboundVia): Promise<OutboundEmail | null> {
    const proof = via === 'ses' ? await this.#askAws(organisationId, address) : 'token';
    const token = proof === 'token' ? randomToken() : null;
    if (token !== null) await this.mails.confirmation(organisationId, address, token);
    const tokenHash = token === null ? null : sha256(token);
    await this.unitOfWork.tenant(organisationId, (tx) =>
      this.identities.propose(tx, { organisationId, address, via, proof, tokenHash }),
    );
    return this.find(organisationId);
  }

  /** Unknown, used and expired tokens get the same answer. */
  async confirm(token: string): Promise<'VERIFIED' | 'PENDING'> {
    const hash = sha256(token);
    const [row] = await this.routing.query<{ org_id: string }>(
      'SELECT org_id FROM outbound_identities WHERE pending_token_hash = $1',
      [hash],
    );
    if (!row) throw new AppError(notificationsErrors.confirmationUnusable);
    const organisationId = row.org_id;
    const via = await this.unitOfWork.tenant(organisationId, async (tx) => {
      const taken = await this.identities.takeToken(tx, hash);
      if (!taken) throw new AppError(notificationsErrors.confirmationUnusable);
      if (taken.via === 'smtp') await this.verifying.verify(tx, organisationId);
      return taken.via;
    });
    return via === 'smtp' ? 'VERIFIED' : this.checking.check(organisationId);
  }

  /**
   * AWS mails its link once for an address and knows nothing of our organisations: only whose proposal made the address
   * there may be proven by that link. For everybody else our own mail proves the mailbox.
   */
  async #askAws(organisationId: string, address: string): Promise<Proof> {
    const { identities } = this.ways;
    if ((await identities.create(address)) === 'created') return 'aws';
    const verification = await identities.verification(address);
    const before = (await this.find(organisationId))?.proposal;
    const isOurs = before?.via === 'ses' && before.proof === 'aws' && before.address === address;
    if (verification === 'verified' || (verification === 'pending' && !isOurs)) return 'token';
    // Asked again, AWS sends another link only for an address that is new to it.
    await identities.remove(address);
    return (await identities.create(address)) === 'created' ? 'aws' : 'token';
  }
}
