/** What accounts knows of the link that a mail carried. */
export interface MailedLink {
  messageId: string;
  authorizationRequestId: string;
  /** ISO 8601: when somebody first began with it. */
  openedAt: string | null;
  /** ISO 8601: when nothing was left to do. */
  finishedAt: string | null;
}

/** What became of links after their mail was sent: asked when it is shown and kept nowhere. */
export abstract class MailedLinks {
  /** By mail; of several requests that one mail was about in turn, the last. Mails without a link are missing. */
  abstract of(organisationId: string, messageIds: string[]): Promise<Map<string, MailedLink>>;
}
