import { messagingMigrations } from '@creator-connect/messaging';
import type { MigrationClass } from '@creator-connect/persistence';
import { CreateConnectTransactions1790000000200 } from './1790000000200-create-connect-transactions';
import { CreateGrants1790000000210 } from './1790000000210-create-grants';
import { CreateGrantWork1790000000220 } from './1790000000220-create-grant-work';
import { CreateWebhookInbox1790000000230 } from './1790000000230-create-webhook-inbox';
import { AnnounceEnds1790000000240 } from './1790000000240-announce-ends';
import { DeleteDataOnRequest1790000000250 } from './1790000000250-delete-data-on-request';
import { RememberKeys1790000000290 } from './1790000000290-remember-keys';
import { FinishSetup1790000000300 } from './1790000000300-finish-setup';
import { RotateKeys1790000000310 } from './1790000000310-rotate-keys';
import { KeepCodeVerifiers1790000000320 } from './1790000000320-keep-code-verifiers';
import { Applicants1790000000350 } from './1790000000350-applicants';
import { HearSecurityEvents1790000000360 } from './1790000000360-hear-security-events';
import { ForgetWebhooks1790000000370 } from './1790000000370-forget-webhooks';
import { LookAgainAtRemovals1790000000380 } from './1790000000380-look-again-at-removals';
import { HearPermissionChanges1790000000390 } from './1790000000390-hear-permission-changes';
import { RememberWhoWasAsked1790000000400 } from './1790000000400-remember-who-was-asked';
import { ErasedPeople1790000000420 } from './1790000000420-erased-people';
import { MergedPeople1790000000440 } from './1790000000440-merged-people';
import { ForgetVaultReads1790000000460 } from './1790000000460-forget-vault-reads';
import { FairWork1790000000455 } from './1790000000455-fair-work';
import { OrderRevocations1790000000470 } from './1790000000470-order-revocations';
import { OrdersStandAgainstAttempts1790000000480 } from './1790000000480-orders-stand-against-attempts';
import { PersonsOfStagedGrants1790000000490 } from './1790000000490-persons-of-staged-grants';

export const migrations: MigrationClass[] = [
  ...messagingMigrations,
  CreateConnectTransactions1790000000200,
  CreateGrants1790000000210,
  CreateGrantWork1790000000220,
  CreateWebhookInbox1790000000230,
  AnnounceEnds1790000000240,
  DeleteDataOnRequest1790000000250,
  RememberKeys1790000000290,
  FinishSetup1790000000300,
  RotateKeys1790000000310,
  KeepCodeVerifiers1790000000320,
  Applicants1790000000350,
  HearSecurityEvents1790000000360,
  ForgetWebhooks1790000000370,
  LookAgainAtRemovals1790000000380,
  HearPermissionChanges1790000000390,
  RememberWhoWasAsked1790000000400,
  ErasedPeople1790000000420,
  MergedPeople1790000000440,
  ForgetVaultReads1790000000460,
  FairWork1790000000455,
  OrderRevocations1790000000470,
  OrdersStandAgainstAttempts1790000000480,
  PersonsOfStagedGrants1790000000490,
];
