/** collector: `/v1/campaigns/:id/report` */
export interface Figures {
  posts: number;
  reach: number | null;
  views: number | null;
  engagements: number | null;
}

interface NamedAccount {
  id: string;
  platform: string;
  handle: string;
}

export interface Missing {
  influencerId: string;
  influencerName: string;
  account: NamedAccount | null;
  reason: 'no_account' | 'not_authenticated' | 'reauth' | 'revoked' | 'not_collected_yet';
  since: string | null;
}

export interface Report {
  asOf: string | null;
  totals: Figures;
  influencers: (Figures & { id: string; name: string; accounts: (Figures & NamedAccount & { asOf: string })[] })[];
  missing: Missing[];
}

/** collector: `/v1/campaigns/:id/report/posts` */
export interface ReportPost {
  influencerId: string;
  influencerName: string;
  socialAccountId: string;
  platform: string;
  handle: string;
  platformPostId: string;
  kind: string;
  postedAt: string;
  permalink: string | null;
  caption: string | null;
  metrics: { name: string; value: number }[];
  decided: boolean;
}
