import { migrateFromEnvironment } from '@creator-connect/persistence';
import { migrations } from './migrations';

void migrateFromEnvironment('accounts', migrations);
