import { answerKeys } from './answer-keys';
import type { OpenApi } from './schema-keys';

const document: OpenApi = {
  paths: {
    '/internal/hidden': { get: json({}) },
    '/v1/lists': { get: json({ $ref: '#/components/schemas/List' }) },
    '/v1/tables': { get: { responses: { '200': { content: { 'text/csv': {} } } } } },
  },
  components: {
    schemas: {
      List: { properties: { items: { items: { $ref: '#/components/schemas/Item' } }, next: {} } },
      Item: {
        properties: {
          name: {},
          fields: { additionalProperties: { properties: { value: {} } } },
          parent: { allOf: [{ $ref: '#/components/schemas/Item' }] },
        },
      },
    },
  },
};

function json(schema: object) {
  return { responses: { '200': { content: { 'application/json': { schema } } } } };
}

/** What each caller is answered at `/v1/lists`; the table is everybody's. */
const observe = (answers: Record<string, object>) =>
  answerKeys(
    'a service',
    document,
    { '/v1/lists': '/v1/lists', '/v1/tables': '/v1/tables' },
    Object.entries(answers),
    async (answer, address) =>
      address === '/v1/tables'
        ? { status: 200, type: 'text/csv', text: '\uFEFF"name",value\r\na,1\r\n' }
        : { status: 200, type: 'application/json; charset=utf-8', text: JSON.stringify(answer) },
  );

const whole = { items: [{ name: 'a', fields: { city: { value: 1 } } }, { parent: { name: 'b' } }], next: null };

describe('the keys of answers', () => {
  it('are gathered over all items, for each kind of caller, with a star for keys that are data', async () => {
    const { table } = await observe({ owner: whole, admin: whole, viewer: { items: [{ name: 'a' }], next: null } });
    const lists = table.slice(table.indexOf('## GET /v1/lists'), table.indexOf('## GET /v1/tables'));
    expect(lists.trim().split(/\n+/)).toEqual([
      '## GET /v1/lists',
      'owner, admin:',
      '- `items`',
      '- `items[].fields`',
      '- `items[].fields.*`',
      '- `items[].fields.*.value`',
      '- `items[].name`',
      '- `items[].parent`',
      '- `items[].parent.name`',
      '- `next`',
      'viewer:',
      '- `items`',
      '- `items[].name`',
      '- `next`',
    ]);
    expect(table.slice(table.indexOf('## GET /v1/tables'))).toContain('owner, admin, viewer:\n\n- `name`\n- `value`\n');
  });

  it('that nobody described are found', async () => {
    const items = [{ name: 'a', secret: 1, fields: { city: { value: 1, more: 2 } } }];
    expect((await observe({ owner: { items } })).undescribed).toEqual([
      '/v1/lists items[].fields.*.more',
      '/v1/lists items[].secret',
    ]);
  });

  it('that nobody was shown are found: an empty list proves nothing', async () => {
    const { unshown } = await observe({ owner: { items: [], next: null } });
    expect(unshown).toEqual(expect.arrayContaining(['/v1/lists items[].name', '/v1/lists items[].fields.*.value']));
    expect(unshown).not.toContain('/v1/lists next');
  });

  it('are not complete without an address for every route', async () => {
    const asked = answerKeys('a service', document, { '/v1/lists': '/v1/lists', '/v1/gone': '/v1/gone' }, [], fail);
    await expect(asked).rejects.toThrow('/v1/tables has no address here\n/v1/gone is not described');
  });
});

async function fail(): Promise<never> {
  throw new Error('not asked');
}
