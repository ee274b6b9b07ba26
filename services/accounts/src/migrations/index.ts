import { messagingMigrations } from '@creator-connect/messaging';
import { CreateAccounts1790000000300 } from './1790000000300-create-accounts';

import { ReadOneAccount1790000000310 } from './1790000000310-read-one-account';

export const migrations = [...messagingMigrations, CreateAccounts1790000000300, ReadOneAccount1790000000310];
