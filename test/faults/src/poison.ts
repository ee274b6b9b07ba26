import { newId } from '@creator-connect/contracts';
import type { IHeaders } from 'kafkajs';
import type { OutgoingEvent } from './load';

export interface Poison extends OutgoingEvent {
  readonly what: string;
  readonly errorClass: 'InvalidEnvelope' | 'UnknownEventType' | 'SchemaFailure';
}

const json = (value: unknown) => Buffer.from(JSON.stringify(value));

const headers = (type = 'AccountAuthorized'): IHeaders => ({
  'content-type': 'application/json',
  ce_specversion: '1.0',
  ce_id: newId(),
  ce_source: '/services/stranger',
  ce_type: type,
});

/** What no number of tries makes readable, each under a key of its own. */
export function poisons(): Poison[] {
  const polluted = Buffer.from('{"__proto__":{"organisationId":"x"},"constructor":{"prototype":{}}}');
  const all: Omit<Poison, 'key'>[] = [
    { what: 'broken JSON', value: Buffer.from('{"accountId":'), headers: headers(), errorClass: 'InvalidEnvelope' },
    { what: 'no text', value: Buffer.from([0xff, 0xfe, 0]), headers: headers(), errorClass: 'InvalidEnvelope' },
    { what: 'a null value', value: null, headers: headers(), errorClass: 'InvalidEnvelope' },
    { what: 'no headers', value: json({}), headers: {}, errorClass: 'InvalidEnvelope' },
    { what: '2 MB', value: Buffer.alloc(2_000_000, 'x'), headers: headers(), errorClass: 'InvalidEnvelope' },
    { what: 'an unknown type', value: json({}), headers: headers('AccountExploded'), errorClass: 'UnknownEventType' },
    { what: 'type __proto__', value: json({}), headers: headers('__proto__'), errorClass: 'UnknownEventType' },
    { what: 'type constructor', value: json({}), headers: headers('constructor'), errorClass: 'UnknownEventType' },
    { what: 'a wrong schema', value: json({ accountId: 5 }), headers: headers(), errorClass: 'SchemaFailure' },
    { what: 'an array', value: json([]), headers: headers(), errorClass: 'SchemaFailure' },
    { what: 'member __proto__', value: polluted, headers: headers(), errorClass: 'SchemaFailure' },
  ];
  return all.map((poison) => ({ ...poison, key: newId() }));
}
