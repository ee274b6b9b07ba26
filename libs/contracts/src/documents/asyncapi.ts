import { catalogue } from '../catalogue';
import { topics, type TopicDefinition } from '../topics';
import { payloadSchema } from './json-schema';

const channelId = (topic: TopicDefinition) => topic.name.replaceAll(/[.-]/g, '_');

const header = (description: string) => ({ type: 'string', description });

/** CloudEvents attributes as Kafka headers (CloudEvents 1.0, Kafka protocol binding, binary mode). */
const cloudEventHeaders = {
  type: 'object',
  required: ['content-type', 'ce_specversion', 'ce_id', 'ce_source', 'ce_type', 'ce_time', 'ce_dataschema'],
  properties: {
    'content-type': header('application/json'),
    ce_specversion: header('1.0'),
    ce_id: header('Unique per source. Drop what you have seen: delivery is at least once'),
    ce_source: header('Publishing service, e.g. /services/oauth'),
    ce_type: header('Name of the event'),
    ce_subject: header('Id of the aggregate'),
    ce_time: header('RFC 3339, UTC, when it happened'),
    ce_dataschema: header('Schema and its version'),
    ce_partitionkey: header('Same as the key of the record'),
    ce_correlationid: header('Same for everything that one request caused'),
    ce_causationid: header('Id of the event or request that caused this one'),
    ce_traceparent: header('W3C trace context'),
    ce_aggregateversion: header('Version of the aggregate after the change; only detects gaps'),
  },
};

/** The AsyncAPI 3.0 document of every topic and event, written to docs/asyncapi.yaml. */
export function asyncApiDocument() {
  const list = Object.values(topics);
  const messagesOf = (topic: TopicDefinition) => catalogue.filter((event) => event.topic === topic);
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Creator Connect events',
      version: '1.0.0',
      description:
        'Domain events carry ids and facts only. The collector topics carry public post data in clear for 7 days; ' +
        'consumers must follow CollectedDataDeleted.',
      license: { name: 'Apache-2.0' },
    },
    defaultContentType: 'application/json',
    channels: Object.fromEntries(
      list.map((topic) => [
        channelId(topic),
        {
          address: topic.name,
          description: topic.description,
          messages: Object.fromEntries(
            messagesOf(topic).map((event) => [event.type, { $ref: `#/components/messages/${event.type}` }]),
          ),
          bindings: {
            kafka: {
              topic: topic.name,
              partitions: topic.partitions,
              topicConfiguration: { 'cleanup.policy': [topic.cleanupPolicy], 'retention.ms': topic.retentionMs },
            },
          },
        },
      ]),
    ),
    operations: Object.fromEntries(
      list.map((topic) => [
        `publish_${channelId(topic)}`,
        { action: 'send', channel: { $ref: `#/channels/${channelId(topic)}` }, summary: topic.description },
      ]),
    ),
    components: {
      messages: Object.fromEntries(
        catalogue.map((event) => [
          event.type,
          {
            name: event.type,
            title: event.summary,
            contentType: 'application/json',
            headers: { $ref: '#/components/schemas/CloudEventHeaders' },
            payload: payloadSchema(event),
            bindings: { kafka: { key: { type: 'string', description: `Id of the ${event.aggregate}` } } },
          },
        ]),
      ),
      schemas: { CloudEventHeaders: cloudEventHeaders },
    },
  };
}
