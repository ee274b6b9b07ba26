import type { LoggerService } from '@nestjs/common';
import { logLevel, type logCreator } from 'kafkajs';

/**
 * kafkajs's log lines in our logger. It calls everything an error that it then tries again by itself; what really needs a
 * human reaches us as a rejection or as a crash that does not restart. So its errors are warnings here.
 */
export function routeKafkaLogs(logger: LoggerService): logCreator {
  return () =>
    ({ level, namespace, log }) => {
      const { message, error, groupId, broker, retryCount } = log as Record<string, unknown>;
      // Our relay limits retries on purpose and discards the producer afterwards (messaging.md, trap 2).
      if (typeof message === 'string' && message.startsWith('Limiting retries for the idempotent producer')) return;
      const line = { kafka: namespace, error, groupId, broker, retryCount };
      if (level === logLevel.ERROR) logger.warn(line, String(message));
      else logger.debug?.(line, String(message));
    };
}
