import type { MigrationClass } from '@creator-connect/persistence';
import { CreateGateway1790000000200 } from './1790000000200-create-gateway';
import { People1790000000210 } from './1790000000210-people';
import { Applicants1790000000250 } from './1790000000250-applicants';
import { Operators1790000000270 } from './1790000000270-operators';
import { DataViews1790000000280 } from './1790000000280-data-views';
import { AccessReports1790000000290 } from './1790000000290-access-reports';
import { ApplicationContinuations1790000000292 } from './1790000000292-application-continuations';
import { KnownDevices1790000000295 } from './1790000000295-known-devices';
import { Digests1790000000298 } from './1790000000298-digests';
import { FindViews1790000000310 } from './1790000000310-find-views';
import { FurtherOrganisations1790000000320 } from './1790000000320-further-organisations';
import { NewDeviceMails1790000000330 } from './1790000000330-new-device-mails';

/** The gateway publishes and consumes no event of its own, so it needs neither outbox nor inbox. */
export const migrations: MigrationClass[] = [
  CreateGateway1790000000200,
  People1790000000210,
  Applicants1790000000250,
  Operators1790000000270,
  DataViews1790000000280,
  AccessReports1790000000290,
  ApplicationContinuations1790000000292,
  KnownDevices1790000000295,
  Digests1790000000298,
  FindViews1790000000310,
  FurtherOrganisations1790000000320,
  NewDeviceMails1790000000330,
];
