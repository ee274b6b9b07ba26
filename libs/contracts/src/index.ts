export * from './account-state';
export * from './catalogue';
export { decodeCursor, decodeIdCursor, encodeCursor } from './cursor';
export * from './errors';
export { defineEvent, type AnyEventDefinition, type EventDefinition, type PayloadOf } from './events/define-event';
export type { EventEnvelope } from './events/envelope';
export * from './ids';
export * from './platform';
export * from './topics';
