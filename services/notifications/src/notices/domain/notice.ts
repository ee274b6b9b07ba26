/** What members are told inside the app. Each member may do without any of them. */
export const noticeKinds = [
  'reauth',
  'bounced',
  'complained',
  'marketplace-joined',
  'marketplace-ended',
  'member-joined',
  'merge-declined',
  'another-account',
  'access-report',
] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** Who reads notices. */
export interface Reader {
  userId: string;
  owner: boolean;
}

const forOwners: readonly NoticeKind[] = ['access-report'];

/** What a reader is never told. */
export const hiddenFrom = ({ owner }: Reader): readonly NoticeKind[] => (owner ? [] : forOwners);

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
