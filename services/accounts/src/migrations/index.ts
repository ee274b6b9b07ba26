import { messagingMigrations } from '@creator-connect/messaging';
import { CreateAccounts1790000000300 } from './1790000000300-create-accounts';

export const migrations = [...messagingMigrations, CreateAccounts1790000000300];
