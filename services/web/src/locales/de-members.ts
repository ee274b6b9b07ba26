import { deAccess } from './de-access';
import { deApplications } from './de-applications';
import { deCampaigns } from './de-campaigns';
import { deData } from './de-data';
import { deDiscover } from './de-discover';
import { deLinks } from './de-links';
import { deMails } from './de-mails';
import { deMerge } from './de-merge';
import { deOperations } from './de-operations';
import { deOwnAccess } from './de-own-access';
import { deRemoval } from './de-removal';
import { deRoster } from './de-roster';
import { deSettings } from './de-settings';
import { deVendor } from './de-vendor';
import type { MembersLocale } from './locale';

export const deMembers: MembersLocale = {
  ...deRoster,
  ...deRemoval,
  ...deCampaigns,
  ...deApplications,
  ...deMails,
  ...deSettings,
  ...deOwnAccess,
  ...deAccess,
  ...deData,
  ...deLinks,
  ...deDiscover,
  ...deMerge,
  ...deOperations,
  ...deVendor,
};
