import { messagingMigrations } from '@creator-connect/messaging';
import { CreateCollector1790000000100 } from './1790000000100-create-collector';
import { CampaignPosts1790000000110 } from './1790000000110-campaign-posts';
import { CollectionGaps1790000000120 } from './1790000000120-collection-gaps';
import { PublicFeeds1790000000130 } from './1790000000130-public-feeds';
import { VendorData1790000000140 } from './1790000000140-vendor-data';
import { CauseOfCollections1790000000150 } from './1790000000150-cause-of-collections';
import { ErasedPeople1790000000190 } from './1790000000190-erased-people';
import { MarketplaceFeeds1790000000195 } from './1790000000195-marketplace-feeds';
import { MergedPeople1790000000200 } from './1790000000200-merged-people';
import { FairWork1790000000215 } from './1790000000215-fair-work';
import { PurgedContacts1790000000220 } from './1790000000220-purged-contacts';
import { ProvenGrants1790000000230 } from './1790000000230-proven-grants';
import { ForgottenEvents1790000000240 } from './1790000000240-forgotten-events';
import { LimitOfPublicFigures1790000000250 } from './1790000000250-limit-of-public-figures';
import { ToldOpenly1790000000260 } from './1790000000260-told-openly';

export const migrations = [
  ...messagingMigrations,
  CreateCollector1790000000100,
  CampaignPosts1790000000110,
  CollectionGaps1790000000120,
  PublicFeeds1790000000130,
  VendorData1790000000140,
  CauseOfCollections1790000000150,
  ErasedPeople1790000000190,
  MarketplaceFeeds1790000000195,
  MergedPeople1790000000200,
  FairWork1790000000215,
  PurgedContacts1790000000220,
  ProvenGrants1790000000230,
  ForgottenEvents1790000000240,
  LimitOfPublicFigures1790000000250,
  ToldOpenly1790000000260,
];
