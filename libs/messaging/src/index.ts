export type { BrokerPort } from './broker/broker.port';
export { Consumes } from './consuming/consumes.decorator';
export { RejectedEvent } from './consuming/failures';
export { KafkaServer } from './consuming/kafka-server';
export { DeadLetters, type DeadLetter, type ReplayResult } from './dead-letters/dead-letters';
export { failpoint } from './failpoints/failpoint';
export { messagingMigrations } from './migrations';
export { MessagingModule, startConsuming } from './messaging.module';
export {
  messagingConnection,
  messagingEnvironment,
  type MessagingConnection,
  type MessagingOptions,
  type RelayOptions,
} from './messaging.options';
export { followEvents, type FollowedEvents, type FollowOptions } from './following/follow-events';
export { readEvents } from './following/read-events';
export { Outbox, type Publication, type PublishOptions } from './outbox/outbox';
