import { messagingMigrations } from '@creator-connect/messaging';
import { CreateCollector1790000000100 } from './1790000000100-create-collector';

export const migrations = [...messagingMigrations, CreateCollector1790000000100];
