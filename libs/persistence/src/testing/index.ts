export { dataMapFaults, readDataMap, tracesOf } from './data-map';
export { refusePoolInsideUnit } from './refuse-pool-inside-unit';
export { tablesWith } from './tables-with';
export { createTestDatabase, type TestDatabase } from './test-database';
