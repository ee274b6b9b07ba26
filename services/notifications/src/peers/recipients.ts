import type { Platform } from '@creator-connect/contracts';

/** Whom a mail goes to, asked at the moment of sending and kept nowhere. */
export interface Recipient {
  email: string;
  name: string;
  locale: string;
  /** Where mails are not written in the influencer's. */
  organisationLocale: string;
  timeZone: string;
  organisationName: string;
  /** That the mail is about, or else asks for; without an id where they are not known yet. */
  accounts: { id: string | null; platform: Platform; handle: string | null }[];
  /** Freshly minted; present when the purpose needs one, and something is left to authorize where that is what it is for. */
  link: { url: string; expiresAt: string } | null;
}

export interface RecipientQuestion {
  organisationId: string;
  influencerId: string;
  purpose: string;
  accountIds: string[];
  /** The mail that is being written: its link says so. */
  messageId?: string;
  /** Which request it is a mail of, where it was asked for; else the accounts decide. */
  authorizationRequestId?: string | undefined;
  /** The grant whose coming end the mail is about: whoever has a newer one by now needs no mail. */
  endingGrantVersion?: number | undefined;
  /** Only to look at the mail: no link is minted, a sample stands in its place. */
  preview?: boolean;
}

export abstract class Recipients {
  /** Throws `accounts.not_found` for an influencer who is gone. */
  abstract of(about: RecipientQuestion): Promise<Recipient>;
}
