/** What members are told inside the app. Each member may do without any of them. */
export const noticeKinds = ['reauth', 'bounced', 'marketplace-joined', 'marketplace-ended', 'member-joined'] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** As one member sees it. */
export interface Notice {
  id: string;
  kind: NoticeKind;
  /** About an influencer, a member, or else the organisation itself. */
  influencerId: string | null;
  userId: string | null;
  accountId: string | null;
  createdAt: Date;
  read: boolean;
}
