import { z } from 'zod';
import type { TopicDefinition } from '../topics';
import { closed } from './closed';

export interface EventDefinition<T = unknown> {
  type: string;
  version: number;
  topic: TopicDefinition;
  /** Kind of the aggregate, e.g. `social-account`; `key` gives its id. */
  aggregate: string;
  summary: string;
  schema: z.ZodType<T>;
  key(data: T): string;
  dataschema: string;
  /** Producer side, closed: an unlisted field throws a ZodError. */
  produce(data: T): T;
  /** Consumer side, tolerant: unlisted fields are dropped. */
  read(data: unknown): T;
}

/** Any event definition, for code that treats all of them alike. */
export type AnyEventDefinition = Omit<EventDefinition, 'key' | 'produce'> & {
  key(data: never): string;
  produce(data: never): unknown;
};

export interface EventOptions<Schema extends z.ZodObject> {
  type: string;
  version: number;
  topic: TopicDefinition;
  aggregate: string;
  summary: string;
  key: (data: z.infer<Schema>) => string;
  schema: Schema;
}

export function defineEvent<Schema extends z.ZodObject>(
  options: EventOptions<Schema>,
): EventDefinition<z.infer<Schema>> {
  const strict = closed(options.schema) as z.ZodType<z.infer<Schema>>;
  return {
    ...options,
    schema: options.schema as unknown as z.ZodType<z.infer<Schema>>,
    dataschema: `urn:creator-connect:event:${options.type}:v${options.version}`,
    produce: (data) => strict.parse(data),
    read: (data) => options.schema.parse(data) as z.infer<Schema>,
  };
}

/** The payload type of an event definition. */
export type PayloadOf<D> = D extends EventDefinition<infer T> ? T : never;
