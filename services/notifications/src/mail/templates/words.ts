import type { MailContent } from './layout';

/** What the words of a mail are made from. */
export interface Words {
  organisation: string;
  account: string;
  /** The day on which the authorization ends or ended; empty in mails that are about no end. */
  end: string;
}

export type Parts = Pick<MailContent, 'subject' | 'preheader' | 'heading' | 'paragraphs'> & {
  button: string | null;
  /** Why the person gets the mail, where it is not that the organisation works with them. */
  reason?: string;
};
