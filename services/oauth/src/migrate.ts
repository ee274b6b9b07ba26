import { migrateFromEnvironment } from '@creator-connect/persistence';
import { migrations } from './migrations';

void migrateFromEnvironment('oauth', migrations);
