import { messagingMigrations } from '@creator-connect/messaging';
import { CreateTtcm1790000000400 } from './1790000000400-create-ttcm';

export const migrations = [...messagingMigrations, CreateTtcm1790000000400];
