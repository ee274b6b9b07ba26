import type { Box } from '../box/box';
import type { TikTokPerson } from '../tiktok/people';
import type { TikTok } from '../tiktok/tiktok';
import type { TikTokPersona } from '../world/tiktok-personas';
import { failedRules, type RejectReason } from './eligibility';
import type { Membership } from './ttcm.state';

export type InviteOutcome =
  | { kind: 'in' }
  | { kind: 'invited' }
  | { kind: 'rejected'; reasons: readonly (RejectReason | 'HANDLE_NOT_FOUND' | typeof UNKNOWN_REASON)[] }
  | { kind: 'left_out' };

/** What the real list may hold beside the reasons that follow from the published rules. */
const UNKNOWN_REASON = 'CREATOR_UNDER_REVIEW';

/**
 * Who is in the marketplace: NOT_IN → (invite, eligible) → INVITED → (Join) → IN → (leave) → NOT_IN. Nothing else moves
 * it, except an end of the invitation where the setting asks for one (platforms.md 5.3). [BB; moves: inf]
 */
export class Marketplace {
  constructor(
    private readonly box: Box,
    private readonly tiktok: TikTok,
  ) {}

  find(handle: string): TikTokPerson | undefined {
    const person = this.tiktok.people.withHandle(handle.replace(/^@/, ''));
    return person?.attributes.closed ? undefined : person;
  }

  membership(persona: TikTokPersona): Membership {
    const start: Membership = { status: persona.marketplaceAtStart, invitedAt: this.box.state.startedAt };
    const membership = this.box.state.ttcm.memberships[persona.id] ?? start;
    const { invitationSeconds } = this.box.state.settings.ttcm;
    const ends = (membership.invitedAt ?? 0) + invitationSeconds * 1000;
    const over = membership.status === 'INVITED' && invitationSeconds > 0 && ends <= this.box.clock.now();
    return over ? { status: 'NOT_IN' } : membership;
  }

  statusOf(handle: string): Membership['status'] | 'INVALID' {
    const person = this.find(handle);
    return person ? this.membership(person.persona).status : 'INVALID';
  }

  invite(handle: string): InviteOutcome {
    const person = this.find(handle);
    if (!person) return { kind: 'rejected', reasons: ['HANDLE_NOT_FOUND'] };
    const { status } = this.membership(person.persona);
    if (status === 'IN') return { kind: 'in' };
    if (status === 'INVITED') return { kind: 'invited' };
    const { inviteAnswer } = person.attributes;
    if (inviteAnswer === 'left_out') return { kind: 'left_out' };
    if (inviteAnswer === 'no_reason') return { kind: 'rejected', reasons: [] };
    if (inviteAnswer === 'unknown_reason') return { kind: 'rejected', reasons: [UNKNOWN_REASON] };
    const reasons = failedRules(this.box, person);
    if (reasons.length > 0) return { kind: 'rejected', reasons };
    this.set(person.persona.id, { status: 'INVITED', invitedAt: this.box.clock.now() });
    return { kind: 'invited' };
  }

  /** Taps on "Join" count only while an invitation is open. */
  join(persona: TikTokPersona): boolean {
    const { status, invitedAt } = this.membership(persona);
    if (status !== 'INVITED') return status === 'IN';
    this.set(persona.id, {
      status: 'IN',
      joinedAt: this.box.clock.now(),
      ...(invitedAt === undefined ? {} : { invitedAt }),
    });
    return true;
  }

  leave(persona: TikTokPersona): void {
    this.set(persona.id, { status: 'NOT_IN' });
  }

  /** TikTok takes the membership away; the creator finds a notification. [inf] */
  expel(persona: TikTokPersona): void {
    this.set(persona.id, { status: 'NOT_IN', removedAt: this.box.clock.now() });
  }

  /** An open invitation runs out, as if its end had been set. */
  endInvitation(persona: TikTokPersona): boolean {
    if (this.membership(persona).status !== 'INVITED') return false;
    this.set(persona.id, { status: 'NOT_IN' });
    return true;
  }

  private set(personaId: string, membership: Membership): void {
    this.box.state.ttcm.memberships[personaId] = membership;
    this.box.changed();
  }
}
