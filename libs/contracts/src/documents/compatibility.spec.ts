import { incompatibilities } from './compatibility';

const before = {
  type: 'object',
  required: ['id', 'cause'],
  properties: {
    id: { type: 'string', format: 'uuid' },
    cause: { type: 'string', enum: ['a', 'b'] },
    endsAt: { anyOf: [{ type: 'string' }, { type: 'null' }] },
    parts: { type: 'array', items: { type: 'object', required: [], properties: { key: { type: 'string' } } } },
  },
};
const change = (edit: (schema: typeof before) => void) => {
  const after = structuredClone(before);
  edit(after);
  return incompatibilities(before, after);
};

describe('compatibility gate', () => {
  it('lets an optional property be added', () => {
    expect(change((schema) => Object.assign(schema.properties, { note: { type: 'string' } }))).toEqual([]);
  });

  it.each<[string, (schema: typeof before) => void, string]>([
    ['a removed property', (s) => void Reflect.deleteProperty(s.properties, 'id'), '/id: removed'],
    ['a retyped property', (s) => void (s.properties.id.type = 'number'), '/id: type string:uuid became number:uuid'],
    ['a new required property', (s) => void s.required.push('endsAt'), '/endsAt: became required'],
    ['a property that stops being required', (s) => void s.required.pop(), '/cause: stopped being required'],
    ['a widened enum', (s) => void s.properties.cause.enum.push('c'), '/cause: enum changed'],
    ['a field that stops being nullable', (s) => void s.properties.endsAt.anyOf.pop(), '/endsAt: type null|string'],
    [
      'a change inside an array',
      (s) => void Reflect.deleteProperty(s.properties.parts.items.properties, 'key'),
      '/parts[]/key: removed',
    ],
  ])('refuses %s', (_what, edit, fault) => {
    expect(change(edit).join('\n')).toContain(fault);
  });
});
