import { messagingMigrations } from '@creator-connect/messaging';
import { CreateAccounts1790000000300 } from './1790000000300-create-accounts';
import { ReadOneAccount1790000000310 } from './1790000000310-read-one-account';
import { OrderRequestItems1790000000320 } from './1790000000320-order-request-items';
import { Roster1790000000330 } from './1790000000330-roster';
import { Applications1790000000350 } from './1790000000350-applications';
import { OrganisationLanguage1790000000370 } from './1790000000370-organisation-language';
import { Pauses1790000000380 } from './1790000000380-pauses';
import { LargeRosters1790000000390 } from './1790000000390-large-rosters';
import { Reports1790000000400 } from './1790000000400-reports';
import { DataExports1790000000410 } from './1790000000410-data-exports';
import { Erasures1790000000420 } from './1790000000420-erasures';
import { LanguageOfCreators1790000000430 } from './1790000000430-language-of-creators';
import { OpenedLinks1790000000445 } from './1790000000445-opened-links';
import { VendorContacts1790000000455 } from './1790000000455-vendor-contacts';
import { Merges1790000000460 } from './1790000000460-merges';
import { FairWork1790000000475 } from './1790000000475-fair-work';
import { FindPeople1790000000480 } from './1790000000480-find-people';
import { ListOrganisations1790000000490 } from './1790000000490-list-organisations';
import { DashboardLinks1790000000500 } from './1790000000500-dashboard-links';

export const migrations = [
  ...messagingMigrations,
  CreateAccounts1790000000300,
  ReadOneAccount1790000000310,
  OrderRequestItems1790000000320,
  Roster1790000000330,
  Applications1790000000350,
  OrganisationLanguage1790000000370,
  Pauses1790000000380,
  LargeRosters1790000000390,
  Reports1790000000400,
  DataExports1790000000410,
  Erasures1790000000420,
  LanguageOfCreators1790000000430,
  OpenedLinks1790000000445,
  VendorContacts1790000000455,
  Merges1790000000460,
  FairWork1790000000475,
  FindPeople1790000000480,
  ListOrganisations1790000000490,
  DashboardLinks1790000000500,
];
