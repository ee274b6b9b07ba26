import { restoreHeaders, storeHeaders } from './headers';

describe('stored headers', () => {
  it('keep every byte, and are text where they can be', () => {
    const headers = {
      ce_type: Buffer.from('InfluencerAdded'),
      umlaut: Buffer.from('Grüße'),
      binary: Buffer.from([0xff, 0x00, 0x01]),
      nul: Buffer.from('a\u0000b'),
      empty: Buffer.alloc(0),
      many: [Buffer.from('one'), Buffer.from([0xfe])],
    };
    const stored = storeHeaders(headers);
    expect(stored).toMatchObject({ ce_type: 'InfluencerAdded', umlaut: 'Grüße', nul: { base64: expect.any(String) } });
    expect(JSON.stringify(stored)).not.toContain('\\u0000');
    expect(restoreHeaders(JSON.parse(JSON.stringify(stored)) as typeof stored)).toEqual(headers);
  });
});
