import type { MemberRole } from '../sessions/domain/session';

/** What the gateway hands to notifications: commands with an idempotency key, so that a retry mails nothing twice. */
export abstract class NotificationsPort {
  abstract sendCode(command: SendCode): Promise<void>;
  abstract sendStepUpCode(command: SendCode): Promise<void>;
  abstract sendApplicationCode(command: SendToMailbox & { organisationId: string; code: string }): Promise<void>;
  abstract sendSignInLink(command: SendToMailbox & { url: string }): Promise<void>;
  abstract sendPasswordReset(command: SendToMailbox & { url: string }): Promise<void>;
  abstract sendPasswordChanged(command: SendToMailbox): Promise<void>;
  abstract sendMemberInvitation(command: SendToMailbox & { organisationId: string; url: string }): Promise<void>;
  abstract sendNewDevice(
    command: (SendToMailbox | SendToInfluencer) & {
      url: string;
      /** ISO 8601: of the sign-in. */
      at: string;
      /** Where its reader is; without it the time is told in UTC. Of creators notifications knows it. */
      timeZone?: string;
    },
  ): Promise<void>;
  abstract sendContinuation(command: SendContinuation): Promise<void>;
  /** At most one a day for a member of an organisation; none where nothing needs anybody. */
  abstract sendDigest(command: SendDigest): Promise<void>;
  abstract sendAccessReport(command: SendAccessReport): Promise<void>;
  /** In the bell of the owners; the same month again tells nothing new. */
  abstract postAccessReport(command: { organisationId: string; month: string }): Promise<void>;
}

/** Address and language are not known here: notifications asks accounts for them when it sends. */
export interface SendToInfluencer {
  idempotencyKey: string;
  organisationId: string;
  influencerId: string;
}

export interface SendCode extends SendToInfluencer {
  code: string;
}

export interface SendToMailbox {
  idempotencyKey: string;
  email: string;
  /** BCP 47: what its reader reads, best first. Where mails are in none of them the organisation's own language follows. */
  locales: string[];
}

export interface SendContinuation extends SendToMailbox {
  organisationId: string;
  url: string;
}

/** Figures only: neither who looked nor at whom. */
export interface SendAccessReport extends SendToMailbox {
  organisationId: string;
  url: string;
  /** YYYY-MM */
  month: string;
  viewers: number;
  people: number;
  downloads: number;
}

export interface SendDigest {
  organisationId: string;
  userId: string;
  role: MemberRole;
  to: string;
  locales: string[];
  timeZone: string;
  /** YYYY-MM-DD, where the member is. */
  day: string;
}
