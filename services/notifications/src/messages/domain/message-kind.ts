/**
 * Mails about an influencer's accounts, each with the sender that may send it (product.md 7). `either` is what its person is
 * told in any case (security AL-09): by the organisation, or by the system where the organisation has no verified address.
 */
export const messageKinds = {
  'authorization-request': { sender: 'organisation', link: 'authorization' },
  expiring: { sender: 'organisation', link: 'authorization' },
  reauth: { sender: 'organisation', link: 'authorization' },
  authenticated: { sender: 'either', link: 'none' },
  revoked: { sender: 'either', link: 'none' },
  paused: { sender: 'either', link: 'none' },
  resumed: { sender: 'either', link: 'none' },
  'marketplace-invited': { sender: 'organisation', link: 'none' },
  'marketplace-reminder': { sender: 'organisation', link: 'none' },
  'marketplace-joined': { sender: 'organisation', link: 'none' },
  'application-received': { sender: 'system', link: 'none' },
  'application-declined': { sender: 'system', link: 'none' },
  approved: { sender: 'system', link: 'sign-in' },
  'merge-question': { sender: 'system', link: 'dashboard' },
} as const satisfies Record<
  string,
  { sender: 'system' | 'organisation' | 'either'; link: 'authorization' | 'sign-in' | 'dashboard' | 'none' }
>;

export type MessageKind = keyof typeof messageKinds;

/** Mails that come by themselves about something undone. Whoever gets them may ask for no more. */
export const reminders: ReadonlySet<MessageKind> = new Set<MessageKind>(['expiring', 'reauth', 'marketplace-reminder']);

export interface Message {
  id: string;
  organisationId: string;
  influencerId: string | null;
  accountIds: string[];
  kind: MessageKind;
  /**
   * `UNCONFIRMED`: it was being handed over when it was no longer needed, and so far nobody knows whether it went. Who
   * sends it says so a moment later; after a crash nobody ever will.
   */
  status: 'QUEUED' | 'SENDING' | 'SENT' | 'FAILED' | 'CANCELLED' | 'UNCONFIRMED';
  failure: string | null;
  attempts: number;
  createdAt: Date;
  sentAt: Date | null;
  /** Set on a mail of an incident: when the authorization ends, or ended. */
  endsAt: Date | null;
  /** Set on a mail of an incident that began with a known end: the grant that ends. */
  endingGrantVersion: number | null;
  /** Nobody needs it any more by itself: its time is over. */
  overdue: boolean;
  /** Set on a mail that a member, or the creator, asked for. */
  authorizationRequestId: string | null;
}
