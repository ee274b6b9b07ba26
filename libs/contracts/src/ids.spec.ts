import { newId } from './ids';

describe('newId', () => {
  it('makes UUIDs of version 7 that never repeat', () => {
    const ids = Array.from({ length: 10_000 }, () => newId());
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('sorts by the millisecond it was made in', () => {
    expect(newId(1_700_000_000_000) < newId(1_700_000_000_001)).toBe(true);
    expect(newId(1_700_000_000_000).slice(0, 13)).toBe('018bcfe5-6800');
  });
});
