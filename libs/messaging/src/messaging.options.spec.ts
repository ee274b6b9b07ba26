import { z } from 'zod';
import { messagingConnection, messagingEnvironment } from './messaging.options';

const parse = (env: Record<string, string>) => z.object(messagingEnvironment).parse(env);

describe('messagingConnection', () => {
  it('reads brokers and prefixes', () => {
    const connection = messagingConnection(parse({ KAFKA_BROKERS: 'one:9092, two:9092', KAFKA_TOPIC_PREFIX: 'a.' }));
    expect(connection).toMatchObject({
      brokers: ['one:9092', 'two:9092'],
      topicPrefix: 'a.',
      sessionTimeoutMs: 15_000,
    });
  });

  it.each([
    ['without TLS', { KAFKA_USERNAME: 'u', KAFKA_PASSWORD: 'p' }],
    ['without a user', { KAFKA_TLS: 'true' }],
    ['through a proxy', { KAFKA_TLS: 'true', KAFKA_USERNAME: 'u', KAFKA_PASSWORD: 'p', KAFKA_CONNECT_VIA: 'x:1' }],
  ])('refuses production %s', (_how, env) => {
    const config = { ...parse({ KAFKA_BROKERS: 'one:9092', ...env }), CONNECT_PROFILE: 'production' as const };
    expect(() => messagingConnection(config)).toThrow(/production/);
  });
});
