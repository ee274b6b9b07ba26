import { messagingMigrations } from '@creator-connect/messaging';
import { CreateTtcm1790000000400 } from './1790000000400-create-ttcm';
import { ConnectAgencies1790000000410 } from './1790000000410-connect-agencies';
import { ErasedPeople1790000000430 } from './1790000000430-erased-people';
import { MergedPeople1790000000440 } from './1790000000440-merged-people';
import { FairWork1790000000455 } from './1790000000455-fair-work';
import { RemindOnce1790000000465 } from './1790000000465-remind-once';
import { LastAnswer1790000000475 } from './1790000000475-last-answer';

export const migrations = [
  ...messagingMigrations,
  CreateTtcm1790000000400,
  ConnectAgencies1790000000410,
  ErasedPeople1790000000430,
  MergedPeople1790000000440,
  FairWork1790000000455,
  RemindOnce1790000000465,
  LastAnswer1790000000475,
];
