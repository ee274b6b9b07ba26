/** Mails about an influencer's accounts, each with the sender that may send it (product.md 7). */
export const messageKinds = {
  'authorization-request': { sender: 'organisation', link: 'authorization' },
  reauth: { sender: 'organisation', link: 'authorization' },
  authenticated: { sender: 'organisation', link: 'none' },
  revoked: { sender: 'organisation', link: 'none' },
  'marketplace-invited': { sender: 'organisation', link: 'none' },
  'marketplace-joined': { sender: 'organisation', link: 'none' },
  'application-received': { sender: 'system', link: 'none' },
  'application-declined': { sender: 'system', link: 'none' },
  approved: { sender: 'system', link: 'dashboard' },
} as const satisfies Record<
  string,
  { sender: 'system' | 'organisation'; link: 'authorization' | 'dashboard' | 'none' }
>;

export type MessageKind = keyof typeof messageKinds;

/** A reminder goes out at once, after 3 and after 10 days, then there is silence (ux.md, "E-mail rules"). */
export const reminderDays = [0, 3, 10] as const;

export interface Message {
  id: string;
  organisationId: string;
  influencerId: string | null;
  accountIds: string[];
  kind: MessageKind;
  status: 'QUEUED' | 'SENDING' | 'SENT' | 'FAILED' | 'CANCELLED';
  failure: string | null;
  attempts: number;
  createdAt: Date;
  sentAt: Date | null;
}
