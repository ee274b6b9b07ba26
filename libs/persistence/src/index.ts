export { FairTurns } from './fair-turns';
export { DueWorker, type DueWorkerOptions } from './due-worker';
export { PeriodicTask, type PeriodicTaskOptions } from './periodic-task';
export { RoundsWorker, type RoundsWorkerOptions } from './rounds-worker';
export { createDataSource, type DataSourceSettings } from './data-source';
export {
  migrate,
  pendingMigrations,
  revertMigrations,
  type MigrateOptions,
  type MigrationClass,
} from './migrating/migrate';
export { migrateFromEnvironment } from './migrating/migrate-from-environment';
export { serviceRoles, type RolePasswords, type ServiceRoles } from './migrating/roles';
export { PersistenceLifecycle, PersistenceModule, type PersistenceOptions } from './persistence.module';
export {
  ConnectionLostError,
  isSerializationFailure,
  isTransientDatabaseError,
  isUniqueViolation,
  sqlState,
  TransactionAbortedError,
} from './postgres-errors';
export { preparedQuery, RoutingPool } from './routing-pool';
export { databaseNow, identifier, sqlCount, sqlRows, type Tx } from './sql';
export { allowRouting, currentOrganisation, enableTenancy } from './tenancy/tenancy';
export { afterCommit, UnitOfWork, type UnitOptions } from './unit-of-work';
export {
  addWorkCause,
  addWorkLease,
  causeOfWork,
  claimDue,
  claimRows,
  extendLease,
  findWorkByOrganisation,
  findWorkByTime,
  settleWork,
  type Settlement,
  type WorkClaim,
  type WorkTable,
} from './work-lease';
export { ownDataController } from './own-data/own-data.controller';
export {
  countAccountData,
  countOwnData,
  type AccountDataSets,
  type DataOwner,
  type OwnDataSets,
} from './own-data/own-data-sets';
export { readRows } from './own-data/read-rows';
export { createErasedPeople, isErased, rememberErased } from './erased-people';
export { createMergedPeople, currentInfluencer, mergedInto, ownAndMerged, rememberMerged } from './merged-people';
