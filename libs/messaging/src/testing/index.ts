export { armFailpoints, clearFailpoints } from '../failpoints/failpoint';
export { InMemoryBroker } from './in-memory.broker';
export { KafkaProxy } from './kafka-proxy';
export { testPrefix } from './test-prefix';
export { TestService, type TestAnswer, type TestServiceOptions } from './test-service';
export { eventually, until } from './wait';
