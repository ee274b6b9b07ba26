import { deAccess } from './de-access';
import { deAdmin } from './de-admin';
import { deData } from './de-data';
import { deDiscover } from './de-discover';
import { deLinks } from './de-links';
import { deMerge } from './de-merge';
import { deOperations } from './de-operations';
import { deVendor } from './de-vendor';
import type { MembersLocale } from './locale';

export const deMembers: MembersLocale = {
  ...deAdmin,
  ...deAccess,
  ...deData,
  ...deLinks,
  ...deDiscover,
  ...deMerge,
  ...deOperations,
  ...deVendor,
};
