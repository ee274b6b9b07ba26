import { Injectable } from '@nestjs/common';
import {
  InviteAccepted,
  InviteExpired,
  InviteRejected,
  InviteSent,
  MarketplaceStatusChanged,
  type MarketplaceState,
} from '@creator-connect/contracts';
import { Outbox } from '@creator-connect/messaging';
import { UnitOfWork, type Tx } from '@creator-connect/persistence';
import type { Invite } from './domain/invite';
import { InviteRepository } from './persistence/invite.repository';

/**
 * What became of an invitation, written once: the row is locked and only an open invitation moves, so a poll and an
 * answer that arrive together publish one event.
 */
@Injectable()
export class RecordOutcome {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly outbox: Outbox,
    private readonly invites: InviteRepository,
  ) {}

  invited(invite: Invite): Promise<void> {
    return this.#move(invite, ['SENDING'], async (tx) => {
      await this.invites.move(tx, invite.id, 'INVITED');
      const version = await this.#membership(tx, invite, 'INVITED', 1);
      const data = { ...ids(invite), inviteId: invite.id, sentAt: now() };
      await this.outbox.add(tx, InviteSent, data, { aggregateVersion: version });
    });
  }

  rejected(invite: Invite, failedRules: readonly string[]): Promise<void> {
    return this.#move(invite, ['SENDING', 'INVITED'], async (tx) => {
      await this.invites.move(tx, invite.id, 'REJECTED', failedRules);
      const version = await this.#membership(tx, invite, 'NON_TTCM', 1);
      const data = { ...ids(invite), inviteId: invite.id, failedRules: [...failedRules], rejectedAt: now() };
      await this.outbox.add(tx, InviteRejected, data, { aggregateVersion: version });
    });
  }

  /** Joined. `InviteAccepted` is published even when the answer to our invitation was lost. */
  accepted(invite: Invite): Promise<void> {
    return this.#move(invite, ['SENDING', 'INVITED'], async (tx) => {
      await this.invites.move(tx, invite.id, 'ACCEPTED');
      const version = await this.#membership(tx, invite, 'TTCM', 1);
      const data = { ...ids(invite), inviteId: invite.id, acceptedAt: now() };
      await this.outbox.add(tx, InviteAccepted, data, { aggregateVersion: version });
    });
  }

  expired(invite: Invite): Promise<void> {
    return this.#move(invite, ['SENDING', 'INVITED'], async (tx) => {
      await this.invites.move(tx, invite.id, 'EXPIRED');
      const version = await this.#membership(tx, invite, 'NON_TTCM', 1);
      const data = { ...ids(invite), inviteId: invite.id, expiredAt: now() };
      await this.outbox.add(tx, InviteExpired, data, { aggregateVersion: version });
    });
  }

  async #move(invite: Invite, from: Invite['state'][], work: (tx: Tx) => Promise<void>): Promise<void> {
    await this.unitOfWork.tenant(invite.organisationId, async (tx) => {
      const current = await this.invites.lock(tx, invite.id);
      if (current && from.includes(current.state)) await work(tx);
    });
  }

  /** Returns the version for the invitation's own event; a changed membership is published before it. */
  async #membership(tx: Tx, invite: Invite, to: MarketplaceState, events: number): Promise<number> {
    const { before, version } = await this.invites.setMembership(tx, invite, to, events + 1);
    if (before === to) return version;
    const data = { ...ids(invite), from: before, to, observedAt: now() };
    await this.outbox.add(tx, MarketplaceStatusChanged, data, { aggregateVersion: version });
    return version + 1;
  }
}

const ids = ({ organisationId, influencerId, accountId }: Invite) => ({ organisationId, influencerId, accountId });
const now = () => new Date().toISOString();
