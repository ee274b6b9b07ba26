import { z } from 'zod';
import { catalogue } from '../catalogue';
import type { AnyEventDefinition } from '../events/define-event';

export type JsonSchema = { [keyword: string]: unknown };

/** JSON Schema (2020-12) of an event's payload as a reader may rely on it: open to fields added later. */
export function payloadSchema(definition: AnyEventDefinition): JsonSchema {
  const schema = z.toJSONSchema(definition.schema, { io: 'input' }) as JsonSchema;
  return { $id: definition.dataschema, title: definition.type, description: definition.summary, ...schema };
}

/** Path below docs/schemas → document. */
export function schemaFiles(): Map<string, JsonSchema> {
  return new Map(catalogue.map((event) => [`${event.type}.v${event.version}.json`, payloadSchema(event)]));
}
