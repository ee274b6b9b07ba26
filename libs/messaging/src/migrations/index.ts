import type { MigrationClass } from '@creator-connect/persistence';
import { CreateMessaging1700000000000 } from './1700000000000-create-messaging';

/** Every service lists these before its own migrations. */
export const messagingMigrations: MigrationClass[] = [CreateMessaging1700000000000];
