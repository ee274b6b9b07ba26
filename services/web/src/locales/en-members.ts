import { enAccess } from './en-access';
import { enApplications } from './en-applications';
import { enCampaigns } from './en-campaigns';
import { enData } from './en-data';
import { enDiscover } from './en-discover';
import { enLinks } from './en-links';
import { enMails } from './en-mails';
import { enMerge } from './en-merge';
import { enOperations } from './en-operations';
import { enOwnAccess } from './en-own-access';
import { enRemoval } from './en-removal';
import { enRoster } from './en-roster';
import { enSettings } from './en-settings';
import { enVendor } from './en-vendor';

/** What only members of an organisation read; a creator's browser never fetches it. */
export const enMembers = {
  ...enRoster,
  ...enRemoval,
  ...enCampaigns,
  ...enApplications,
  ...enMails,
  ...enSettings,
  ...enOwnAccess,
  ...enAccess,
  ...enData,
  ...enLinks,
  ...enDiscover,
  ...enMerge,
  ...enOperations,
  ...enVendor,
};
