/** What the gateway hands to notifications: commands with an idempotency key, so that a retry mails nothing twice. */
export abstract class NotificationsPort {
  abstract sendCode(command: SendCode): Promise<void>;
  abstract sendStepUpCode(command: SendCode): Promise<void>;
  abstract sendApplicationCode(command: { idempotencyKey: string; email: string; code: string }): Promise<void>;
  abstract sendSignInLink(command: SendSignInLink): Promise<void>;
  abstract sendPasswordReset(command: SendSignInLink): Promise<void>;
  abstract sendPasswordChanged(command: Omit<SendSignInLink, 'url'>): Promise<void>;
  abstract sendMemberInvitation(command: SendSignInLink & { organisationName: string }): Promise<void>;
  abstract sendContinuation(command: SendContinuation): Promise<void>;
  abstract sendAccessReport(command: SendAccessReport): Promise<void>;
  /** In the bell of the owners; the same month again tells nothing new. */
  abstract postAccessReport(command: { organisationId: string; month: string }): Promise<void>;
}

export interface SendContinuation extends SendSignInLink {
  organisationName: string;
  /** BCP 47. */
  locale: string;
}

/** Figures only: neither who looked nor at whom. */
export interface SendAccessReport extends SendSignInLink {
  organisationName: string;
  /** BCP 47. */
  locale: string;
  /** YYYY-MM */
  month: string;
  viewers: number;
  people: number;
  downloads: number;
}

/** The address is not known here: notifications asks accounts for it when it sends. */
export interface SendCode {
  idempotencyKey: string;
  organisationId: string;
  influencerId: string;
  code: string;
}

export interface SendSignInLink {
  idempotencyKey: string;
  email: string;
  url: string;
}
