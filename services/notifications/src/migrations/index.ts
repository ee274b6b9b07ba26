import { messagingMigrations } from '@creator-connect/messaging';
import { CreateNotifications1790000000500 } from './1790000000500-create-notifications';
import { FollowKnownEnds1790000000510 } from './1790000000510-follow-known-ends';

export const migrations = [...messagingMigrations, CreateNotifications1790000000500, FollowKnownEnds1790000000510];
