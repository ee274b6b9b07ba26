import type { MailLanguage } from '@creator-connect/contracts';
import type { MessageKind } from '../../messages/domain/message-kind';
import type { MailContent } from './layout';

/** What the words of a mail are made from. */
export interface Words {
  organisation: string;
  account: string;
  /** The day on which the authorization ends or ended; empty in mails that are about no end. */
  end: string;
  /** The day until which the link in the mail works; empty in mails without one. */
  until: string;
}

export type Parts = Pick<MailContent, 'subject' | 'preheader' | 'heading' | 'paragraphs'> & {
  button: string | null;
  /** Why the person gets the mail, where it is not that the organisation works with them. */
  reason?: string;
};

/** Mails of the installation itself: codes, sign-in links, address confirmations. Their text is never stored. */
export type SystemMail =
  | { kind: 'link-code'; code: string; organisationName: string }
  | { kind: 'step-up-code'; code: string }
  | { kind: 'application-code'; code: string }
  | { kind: 'sign-in-link'; url: string }
  | { kind: 'password-reset'; url: string }
  | { kind: 'password-changed' }
  | { kind: 'new-device'; url: string; moment: string }
  | { kind: 'member-invitation'; url: string; organisationName: string }
  | ({ kind: 'application-continuation' } & ContinuationMail)
  | ({ kind: 'access-report' } & AccessReportMail)
  | ({ kind: 'digest' } & DigestMail)
  | { kind: 'confirm-address'; url: string; organisationName: string }
  | { kind: 'outbound-test'; organisationName: string };

/** Which accounts of a roster need their owner. */
export interface DigestMail {
  organisationName: string;
  url: string;
  reauth: number;
  nonAuth: number;
  endingSoon: number;
  /** The latest few, with the platform's name and the day as it is written. */
  accounts: readonly {
    handle: string;
    platform: string;
    influencerName: string;
    authState: 'REAUTH' | 'NON_AUTH';
    since: string;
  }[];
}

export interface ContinuationMail {
  url: string;
  organisationName: string;
}

/** Figures only: who looked, and at whom, stands on the page. */
export interface AccessReportMail {
  url: string;
  organisationName: string;
  /** YYYY-MM */
  month: string;
  viewers: number;
  people: number;
  downloads: number;
}

/** Everything that mails say, in one language. A test holds the languages against each other. */
export interface Language {
  locale: MailLanguage;
  /** BCP 47: how dates are written. */
  dates: string;
  hello(name: string): string;
  because(organisation: string): string;
  /** Until when the link in the mail works. */
  until(moment: string): string;
  /** How to get no more reminders. */
  stop: string;
  yourAccount: string;
  yourAccounts(count: number): string;
  accountAt(handle: string, platform: string): string;
  wordings: Record<MessageKind, (words: Words) => Parts>;
  system(mail: SystemMail): Omit<MailContent, 'locale'>;
}
