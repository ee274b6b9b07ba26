import { messagingMigrations } from '@creator-connect/messaging';
import { CreateNotifications1790000000500 } from './1790000000500-create-notifications';
import { FollowKnownEnds1790000000510 } from './1790000000510-follow-known-ends';
import { Addressees1790000000520 } from './1790000000520-addressees';
import { Notices1790000000530 } from './1790000000530-notices';
import { NoticesOfMembers1790000000540 } from './1790000000540-notices-of-members';
import { NoticesOfOrganisations1790000000550 } from './1790000000550-notices-of-organisations';
import { AmazonSes1790000000560 } from './1790000000560-amazon-ses';
import { CauseOfMails1790000000570 } from './1790000000570-cause-of-mails';
import { ErasedPeople1790000000590 } from './1790000000590-erased-people';
import { RequestsOfMails1790000000605 } from './1790000000605-requests-of-mails';
import { Digests1790000000615 } from './1790000000615-digests';
import { MergedPeople1790000000620 } from './1790000000620-merged-people';
import { FairWork1790000000635 } from './1790000000635-fair-work';
import { InviteReminders1790000000645 } from './1790000000645-invite-reminders';
import { FeedbackOnDigests1790000000660 } from './1790000000660-feedback-on-digests';

export const migrations = [
  ...messagingMigrations,
  CreateNotifications1790000000500,
  FollowKnownEnds1790000000510,
  Addressees1790000000520,
  Notices1790000000530,
  NoticesOfMembers1790000000540,
  NoticesOfOrganisations1790000000550,
  AmazonSes1790000000560,
  CauseOfMails1790000000570,
  ErasedPeople1790000000590,
  RequestsOfMails1790000000605,
  Digests1790000000615,
  MergedPeople1790000000620,
  FairWork1790000000635,
  InviteReminders1790000000645,
  FeedbackOnDigests1790000000660,
];
