/** What is asked about a mail that is being written. */
export interface RecipientQuestion {
  organisationId: string;
  influencerId: string;
  purpose: string;
  accountIds: string[];
  /** The mail that is being written; what is minted for it says so. */
  messageId?: string | undefined;
  /** The request that the mail was asked for, where it was; else the accounts decide. */
  authorizationRequestId?: string | undefined;
  /** The grant whose end the mail is about. Without one the mail is about accounts that are lapsed already. */
  endingGrantVersion?: number | undefined;
  /** For a look at the mail before it is sent: nothing is minted, the link is a sample. */
  preview?: boolean | undefined;
}
