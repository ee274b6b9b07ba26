export { DeadLetterDoor } from './dead-letters';
export { duplicates } from './ledger/audit';
export { Ledger } from './ledger/ledger';
export { Load, Source } from './load';
export { poisons } from './poison';
export { seedFrom } from './random';
export { until } from './wait';
export { Servers } from './world/servers';
export { settingsFrom, World } from './world/world';
