import { messagingMigrations } from '@creator-connect/messaging';
import { CreateNotifications1790000000500 } from './1790000000500-create-notifications';

export const migrations = [...messagingMigrations, CreateNotifications1790000000500];
