import type { TopicDefinition } from '@creator-connect/contracts';
import type { MessagingOptions } from '../messaging.options';

/** Dead letters belong to the consumer. Kept 14 days at most, since they hold whatever the event held. */
export function deadLetterTopic(options: Pick<MessagingOptions, 'group' | 'service'>): TopicDefinition & {
  maxMessageBytes: number;
} {
  return {
    name: `${options.group ?? options.service}.dlt`,
    partitions: 1,
    cleanupPolicy: 'delete',
    retentionMs: 14 * 86_400_000,
    description: `Messages that ${options.group ?? options.service} could not handle`,
    // A record may be refused just for its size, and must fit here together with the headers that say so.
    maxMessageBytes: 12 * 1024 * 1024,
  };
}
