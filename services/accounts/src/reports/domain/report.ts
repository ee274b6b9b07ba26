import type { Platform } from '@creator-connect/contracts';
import type { VendorContact } from './vendor-contact';

/** The public profile of one account, as the platform showed it when somebody looked. null: it did not say. */
export interface Report {
  id: string;
  organisationId: string;
  platform: Platform;
  /** The platform's own id; the handle where it tells none. */
  platformAccountId: string;
  handle: string;
  displayName: string;
  biography: string | null;
  website: string | null;
  pictureUrl: string | null;
  profileUrl: string | null;
  verified: boolean | null;
  followers: number | null;
  following: number | null;
  posts: number | null;
  likes: number | null;
  /** Who has this account in the roster, or was added from this report. */
  influencerId: string | null;
  /** What vendors told, beside what the profile itself tells. */
  vendorContacts: VendorContact[];
  fetchedAt: Date;
}

export type NewReport = Omit<Report, 'influencerId' | 'vendorContacts' | 'fetchedAt'>;

/** Then it is looked up anew or it goes: YouTube demands no less, and nobody needs older figures. */
export const reportLifeDays = 30;

export const keptUntil = ({ fetchedAt }: Report): Date => new Date(fetchedAt.getTime() + reportLifeDays * 86_400_000);
