import type { components } from './schema';

/** Short names of what the API answers; the description of the API says the rest. */
type Schemas = components['schemas'];

export type SocialAccount = Schemas['SocialAccountResponse'];
export type Platform = SocialAccount['platform'];
export type AuthState = SocialAccount['authState'];

export type LinkSession = Schemas['LinkSessionResponse'];
export type LinkItem = LinkSession['items'][number];
export type Session = Schemas['SessionResponse'];

export type ResolvedInvitation = Schemas['ResolveInvitationResponse'];

export type Transaction = Schemas['ReadConnectTransactionResponse'];
export type StartedTransaction = Schemas['StartConnectTransactionResponse'];
export type UnfinishedTransaction = Schemas['UnfinishedTransactionResponse'];
export type Candidate = Schemas['CandidateResponse'];
export type Diagnosis = Schemas['DiagnosisResponse'];
/** Another account of the same person, under the same consent at the platform. */
export type Sibling = Schemas['SiblingResponse'];

export type Authorization = Schemas['AuthorizationResponse'];
export type OwnCollection = Schemas['OwnCollectionResponse'];
export type Collection = Schemas['CollectionResponse'];
export type Stage = NonNullable<Collection['progress']['profile']>;

export type InfluencerField = Schemas['InfluencerFieldDto'];
export type OwnApplication = Schemas['OwnApplicationResponse'];
export type ApplicationAccount = Schemas['ApplicationAccountResponse'];
