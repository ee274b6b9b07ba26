import { isUtf8 } from 'node:buffer';
import { eventDefinition, type AnyEventDefinition, type EventEnvelope } from '@creator-connect/contracts';
import { ZodError } from 'zod';
import type { IncomingRecord } from '../broker/broker.port';

export type Decoded =
  | { kind: 'event'; envelope: EventEnvelope }
  /** Known, and not this consumer's business: counted and passed over. */
  | { kind: 'skipped'; type: string; reason: 'no-handler' | 'other-version' | 'tombstone' }
  | { kind: 'poison'; poison: Poison };

/** A record that no number of tries will make readable. */
export interface Poison {
  id: string;
  source: string;
  errorClass: 'InvalidEnvelope' | 'UnknownEventType' | 'SchemaFailure';
  message: string;
  /** Whether later events of the same key must wait. Only an event of ours that we can't read breaks an order. */
  blocks: boolean;
}

export interface DecodeOptions {
  hasHandler(type: string): boolean;
  isCompacted(topic: string): boolean;
  maxValueBytes: number;
}

type Attributes = Record<string, string | undefined>;

const extensions = ['partitionkey', 'correlationid', 'causationid', 'traceparent', 'aggregateversion'] as const;
const attributeNames = ['specversion', 'id', 'source', 'type', 'subject', 'time', 'dataschema', ...extensions] as const;
const ownSchema = /^urn:creator-connect:event:([A-Za-z]+):v(\d+)$/;

/** Reads a record in either mode of the CloudEvents Kafka binding and validates it against the catalogue. */
export function decodeRecord(record: IncomingRecord, options: DecodeOptions): Decoded {
  const attributes = binaryAttributes(record);
  let data: unknown;
  try {
    if (record.value === null) {
      if (options.isCompacted(record.topic)) return skipped(attributes['type'] ?? 'unknown', 'tombstone');
      throw new InvalidEnvelope('The value is null on a topic that is not compacted');
    }
    if (record.value.length > options.maxValueBytes) {
      throw new InvalidEnvelope(`The value has ${record.value.length} bytes; ${options.maxValueBytes} are allowed`);
    }
    if (isStructured(record)) data = readStructured(record.value, attributes);
    else data = needsParsing(attributes, options) ? parseJson(record.value) : undefined;
    checkEnvelope(attributes);
  } catch (error) {
    return poison(record, attributes, 'InvalidEnvelope', (error as Error).message, false);
  }
  const type = attributes['type']!;
  const definition = eventDefinition(type);
  if (!definition) return poison(record, attributes, 'UnknownEventType', `There is no event type "${type}"`, false);
  const version = ownSchema.exec(attributes['dataschema'] ?? '')?.[2];
  if (version !== undefined && Number(version) !== definition.version) return skipped(type, 'other-version');
  if (!options.hasHandler(type)) return skipped(type, 'no-handler');
  try {
    return { kind: 'event', envelope: envelopeOf(attributes, definition, definition.read(data)) };
  } catch (error) {
    return poison(record, attributes, 'SchemaFailure', schemaFault(error), true);
  }
}

/** Events that nobody here handles are not worth parsing; the rest of their envelope is still checked. */
function needsParsing(attributes: Attributes, options: DecodeOptions): boolean {
  const { type } = attributes;
  return type === undefined || eventDefinition(type) === undefined || options.hasHandler(type);
}

class InvalidEnvelope extends Error {}

function binaryAttributes(record: IncomingRecord): Attributes {
  const attributes: Attributes = Object.create(null) as Attributes;
  for (const name of attributeNames) attributes[name] = headerText(record, `ce_${name}`);
  return attributes;
}

export function headerText(record: IncomingRecord, name: string): string | undefined {
  const value = record.headers[name];
  const last = Array.isArray(value) ? value.at(-1) : value;
  return last === undefined ? undefined : last.toString('utf8');
}

function isStructured(record: IncomingRecord): boolean {
  return headerText(record, 'content-type')?.startsWith('application/cloudevents+json') ?? false;
}

function readStructured(value: Buffer, attributes: Attributes): unknown {
  const event = parseJson(value);
  if (typeof event !== 'object' || event === null || Array.isArray(event)) throw new InvalidEnvelope('Not an object');
  const members = event as Record<string, unknown>;
  for (const name of attributeNames) {
    const member = members[name];
    if (typeof member === 'string' || typeof member === 'number') attributes[name] = String(member);
  }
  if (typeof members['data_base64'] === 'string') return parseJson(Buffer.from(members['data_base64'], 'base64'));
  return members['data'];
}

function parseJson(value: Buffer): unknown {
  if (!isUtf8(value)) throw new InvalidEnvelope('The value is not UTF-8');
  try {
    return JSON.parse(value.toString('utf8'));
  } catch {
    // The parser's own words quote the value, which may hold anything.
    throw new InvalidEnvelope('The value is not JSON');
  }
}

function checkEnvelope(attributes: Attributes): void {
  if (attributes['specversion'] !== '1.0') throw new InvalidEnvelope('ce_specversion is not 1.0');
  for (const name of ['id', 'source', 'type']) {
    const value = attributes[name];
    if (!isPlain(value)) throw new InvalidEnvelope(`ce_${name} is missing, longer than 255 or has control characters`);
  }
}

// PostgreSQL can't store U+0000 in a text, so such an id could never even be parked under its own name.
const plain = /^[^\u0000-\u001f\u007f]{1,255}$/;
const isPlain = (value: string | undefined): value is string => value !== undefined && plain.test(value);

function envelopeOf(attributes: Attributes, definition: AnyEventDefinition, data: unknown): EventEnvelope {
  const key = definition.key(data as never);
  return {
    id: attributes['id']!,
    source: attributes['source']!,
    type: definition.type,
    subject: attributes['subject'] ?? key,
    time: attributes['time'] ?? new Date(0).toISOString(),
    dataschema: attributes['dataschema'] ?? definition.dataschema,
    partitionkey: attributes['partitionkey'] ?? key,
    correlationid: attributes['correlationid'] ?? attributes['id']!,
    causationid: attributes['causationid'],
    traceparent: attributes['traceparent'],
    aggregateversion: Number(attributes['aggregateversion'] ?? 0),
    data,
  };
}

function skipped(type: string, reason: 'no-handler' | 'other-version' | 'tombstone'): Decoded {
  return { kind: 'skipped', type, reason };
}

/** A record without a usable identity is known by its place, which is just as unique. */
function poison(
  record: IncomingRecord,
  attributes: Attributes,
  errorClass: Poison['errorClass'],
  message: string,
  blocks: boolean,
): Decoded {
  const { id, source } = attributes;
  const identified = isPlain(id) && isPlain(source);
  return {
    kind: 'poison',
    poison: {
      id: identified ? id : `${record.topic}/${record.partition}/${record.offset}`,
      source: identified ? source : 'kafka',
      errorClass,
      message,
      blocks,
    },
  };
}

/** Where it does not fit and how, without a word of the value itself. */
function schemaFault(error: unknown): string {
  if (!(error instanceof ZodError)) return 'The data does not fit the schema';
  return error.issues
    .slice(0, 5)
    .map((issue) => `${issue.path.join('.') || '(data)'}: ${issue.code}`)
    .join('; ');
}
