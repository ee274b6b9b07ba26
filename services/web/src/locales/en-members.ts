import { enAccess } from './en-access';
import { enAdmin } from './en-admin';
import { enData } from './en-data';
import { enDiscover } from './en-discover';
import { enLinks } from './en-links';
import { enMerge } from './en-merge';
import { enOperations } from './en-operations';
import { enVendor } from './en-vendor';

/** What only members of an organisation read; a creator's browser never fetches it. */
export const enMembers = {
  ...enAdmin,
  ...enAccess,
  ...enData,
  ...enLinks,
  ...enDiscover,
  ...enMerge,
  ...enOperations,
  ...enVendor,
};
