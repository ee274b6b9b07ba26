import { UnreadableFile, vendorParts } from './vendor-file';

describe('the parts of a vendor’s file', () => {
  it('each have the header of the CSV, and know how many rows stand before them', () => {
    const rows = Array.from({ length: 1_001 }, (_, index) => `id${index},${index}`);
    const parts = vendorParts(`\uFEFFsocial_account_id,views\r\n${rows.join('\r\n')}\r\n\r\n`);
    expect(parts.map(({ rows: count, before }) => [count, before])).toEqual([
      [500, 0],
      [500, 500],
      [1, 1_000],
    ]);
    expect(parts[2]).toMatchObject({ csv: 'social_account_id,views\nid1000,1000' });
  });

  it('end no row inside of quotes', () => {
    const [part] = vendorParts('social_account_id,permalink\na,"https://example.com/\n1"\nb,""""');
    expect(part).toMatchObject({ rows: 2, csv: 'social_account_id,permalink\na,"https://example.com/\n1"\nb,""""' });
  });

  it('are records of a JSON list, also inside of an object', () => {
    const records = [{ social_account_id: 'a', metrics: { views: 1 } }];
    expect(vendorParts(JSON.stringify(records))).toEqual([{ records, rows: 1, before: 0 }]);
    expect(vendorParts(JSON.stringify({ vendor: 'x', records }))).toEqual([{ records, rows: 1, before: 0 }]);
  });

  it('stay within what one request takes', () => {
    const long = 'x'.repeat(90_000);
    const parts = vendorParts(`social_account_id,permalink\na,${long}\nb,${long}\nc,${long}`);
    expect(parts.map(({ rows }) => rows)).toEqual([2, 1]);
  });

  it.each(['', 'social_account_id,views', '[]', '{"records": 1}', '{"records'])('are none of %j', (text) => {
    expect(() => vendorParts(text)).toThrow(UnreadableFile);
  });
});
