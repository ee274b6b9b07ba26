/** What the services answer, field by field; each type names its owner. */
export type Platform = 'instagram' | 'tiktok' | 'youtube';
export type AuthState = 'NON_AUTH' | 'AUTHENTICATED' | 'REAUTH';

export interface List<T> {
  items: T[];
  nextCursor: string | null;
}

/** accounts: one account that a request asks for. */
export interface LinkItem {
  platform: Platform;
  socialAccountId: string | null;
  handle: string | null;
  done: boolean;
}

/** gateway: `/v1/link-session` */
export interface LinkSession {
  organisationName: string;
  items: LinkItem[];
  needsProof: boolean;
  proven: boolean;
  begun: boolean;
  authorizationRequestId: string | null;
  expiresAt: string;
}

/** accounts: `/v1/authorization-requests/:id` */
export interface AuthorizationRequest {
  id: string;
  influencerId: string;
  status: 'open' | 'finished' | 'withdrawn' | 'expired';
  items: LinkItem[];
  expiresAt: string;
}

export interface SessionOrganisation {
  id: string;
  name?: string;
  role?: 'owner' | 'admin' | 'viewer';
  influencerId?: string;
}

/** gateway: `/v1/sessions/current` */
export interface Session {
  kind: 'member' | 'influencer' | 'link' | 'applicant';
  user: { id: string; email: string; name: string } | null;
  organisation: SessionOrganisation | null;
  organisations: SessionOrganisation[];
  /** What is still owed before anything else opens. */
  missingFactor: 'verify' | 'setup' | null;
  expiresAt: string;
}

export interface Candidate {
  id: string;
  handle: string | null;
  name: string | null;
  pictureUrl: string | null;
  followers: number | null;
  eligible: boolean;
  reason?: string;
  pageName?: string;
}

export interface ConnectError {
  code: string;
  title: string;
  nextStep: string;
}

/** Why no account could be connected: one cause, and what ends with which button. */
export interface Diagnosis extends ConnectError {
  cause: string;
  remedy: 'check_again' | 'ask_again';
  canCheckAgain: boolean;
  facts: { pages: string[]; missingScopes: string[]; expectedHandle: string | null; arrivedHandles: string[] };
}

/** Another account of the same person, under the same consent at the platform. */
export interface Sibling {
  socialAccountId: string;
  handle: string | null;
  pageName: string | null;
}

/** oauth: `/v1/connect-transactions/:id` */
export interface Transaction {
  id: string;
  platform: Platform;
  status: 'PENDING' | 'SETUP_UNFINISHED' | 'DONE' | 'FAILED';
  candidates: Candidate[];
  socialAccountIds: string[];
  leftOut: (ConnectError & { handle: string | null })[];
  lostSiblings: Sibling[];
  canAddAsNew: boolean;
  diagnosis?: Diagnosis;
  error?: ConnectError;
}

/** oauth: `POST /v1/connect-transactions` */
export interface StartedTransaction {
  id: string;
  redirectTo: string;
  keepTicked: Sibling[];
}

/** oauth: `/v1/connect-transactions` */
export interface UnfinishedTransaction {
  id: string;
  platform: Platform;
  socialAccountId: string | null;
  expiresAt: string;
}

/** accounts: `/v1/social-accounts` */
export interface SocialAccount {
  id: string;
  influencerId: string;
  platform: Platform;
  handle: string;
  displayName: string;
  authState: AuthState;
  marketplace: 'TTCM' | 'INVITED' | 'NON_TTCM' | null;
  tracked: boolean;
  cause: string;
  since: string;
  authorizedAt: string | null;
  validUntil: string | null;
  missingScopes: string[];
}

export type Stage = 'waiting' | 'running' | 'done';

/** collector: `/v1/social-accounts/:id/collections` */
export interface Collection {
  status: 'open' | 'closed';
  closedCause: string | null;
  lastCollectedAt: string | null;
  nextAt: string | null;
  lastError: string | null;
  progress: {
    profile?: Stage;
    posts?: { stage: Stage; done: number; total: number | null };
    audience?: Stage;
  };
}

/** accounts: `/v1/organisations/current/influencer-fields` */
export interface InfluencerField {
  key: string;
  label: string;
  kind: 'text' | 'number' | 'date' | 'url' | 'choice';
  choices: string[];
  required: boolean;
}

/** accounts: `/v1/application-forms/:slug` */
export interface ApplicationForm {
  organisationName: string;
  groupName: string;
  fields: InfluencerField[];
}

export interface ApplicationAccount extends Pick<
  SocialAccount,
  'id' | 'platform' | 'handle' | 'displayName' | 'authState'
> {}

/** accounts: `/v1/applications/current` */
export interface OwnApplication {
  id: string;
  status: 'draft' | 'submitted' | 'approved' | 'declined';
  form: ApplicationForm;
  name: string;
  email: string;
  emailVerified: boolean;
  fields: Record<string, string>;
  socialAccounts: ApplicationAccount[];
  keptUntil: string;
}
