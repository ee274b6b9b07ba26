export type Platform = 'instagram' | 'tiktok' | 'youtube';

export interface LinkItem {
  platform: Platform;
  socialAccountId: string | null;
  handle: string | null;
  done: boolean;
}

export interface LinkSession {
  organisationName: string;
  items: LinkItem[];
  needsProof: boolean;
  proven: boolean;
  begun: boolean;
  expiresAt: string;
}

export interface Session {
  kind: 'member' | 'influencer' | 'link';
  user: { id: string; email: string; name: string } | null;
  organisation: { id: string; name?: string; role?: string; influencerId?: string } | null;
}

export interface Candidate {
  id: string;
  handle: string | null;
  name: string | null;
  pictureUrl: string | null;
  followers: number | null;
  eligible: boolean;
  reason?: string | null;
  pageName?: string | null;
}

export interface Transaction {
  id: string;
  status: 'PENDING' | 'CHOOSE' | 'DONE' | 'FAILED';
  platform: Platform;
  candidates?: Candidate[];
  error?: { code: string; title: string; nextStep: string; missingScopes?: string[] } | null;
}

export interface SocialAccount {
  id: string;
  influencerId: string;
  platform: Platform;
  handle: string | null;
  displayName: string | null;
  authState: 'NON_AUTH' | 'AUTHENTICATED' | 'REAUTH';
  marketplace: 'TTCM' | 'INVITED' | 'NON_TTCM' | null;
  tracked: boolean;
  cause?: string;
}

export interface Influencer {
  id: string;
  name: string;
  email: string;
}

export interface List<T> {
  items: T[];
  nextCursor: string | null;
}
