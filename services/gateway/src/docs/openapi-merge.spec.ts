import { mergeOpenApi } from './openapi-merge';

describe('merged OpenAPI', () => {
  const merged = mergeOpenApi([
    {
      service: 'accounts',
      document: {
        paths: {
          '/v1/influencers/{id}': { get: { schema: { $ref: '#/components/schemas/Item' } } },
          '/internal/users/{id}/memberships': { get: {} },
          '/v1/ttcm-invites': { get: { from: 'accounts' } },
        },
        components: { schemas: { Item: { type: 'object' }, Fault: { type: 'string' } } },
      },
    },
    {
      service: 'ttcm',
      document: {
        paths: {
          '/v1/ttcm-invites': { get: { schema: { $ref: '#/components/schemas/Item' } } },
          '/v1/ttcm-eligibility': { get: {}, post: {} },
        },
        components: {
          schemas: {
            Item: { type: 'object', items: [{ $ref: '#/components/schemas/Item' }] },
            Fault: { type: 'string' },
          },
        },
      },
    },
  ]);

  it('describes what the gateway routes, from its owner only', () => {
    expect(Object.keys(merged.paths ?? {})).toEqual([
      '/v1/influencers/{id}',
      '/v1/ttcm-eligibility',
      '/v1/ttcm-invites',
    ]);
    expect(merged.paths?.['/v1/ttcm-eligibility']).toEqual({ get: {} });
  });

  it("tells two services' schemas of one name apart", () => {
    expect(merged.paths?.['/v1/influencers/{id}']).toEqual({ get: { schema: { $ref: '#/components/schemas/Item' } } });
    expect(merged.paths?.['/v1/ttcm-invites']).toEqual({ get: { schema: { $ref: '#/components/schemas/ttcm_Item' } } });
    expect(merged.components?.['schemas']?.['ttcm_Item']).toEqual({
      type: 'object',
      items: [{ $ref: '#/components/schemas/ttcm_Item' }],
    });
  });

  it('has a schema once that two services share', () => {
    expect(Object.keys(merged.components?.['schemas'] ?? {})).toEqual(['Item', 'Fault', 'ttcm_Item']);
  });
});
