import { meetsExpectation } from './expectation';

const [mine, other] = [Buffer.from('a'), Buffer.from('b')];
const arrived = { accountHash: mine, handle: 'Ana.Cooks' };

describe('the account that came back', () => {
  it('is compared by the platform’s id where that is known, whatever its handle', () => {
    const expected = { accountHash: mine, handle: 'renamed.since', proof: 'known_account' } as const;
    expect(meetsExpectation(expected, arrived)).toBe(true);
    expect(meetsExpectation({ ...expected, accountHash: other, handle: 'ana.cooks' }, arrived)).toBe(false);
  });

  it('is compared by its handle only for somebody who proved nothing else', () => {
    const expected = { accountHash: null, handle: '@ana.cooks ', proof: 'known_account' } as const;
    expect(meetsExpectation(expected, arrived)).toBe(true);
    expect(meetsExpectation(expected, { ...arrived, handle: 'another' })).toBe(false);
    expect(meetsExpectation(expected, { ...arrived, handle: null })).toBe(false);
    expect(meetsExpectation({ ...expected, proof: 'code' }, { ...arrived, handle: 'another' })).toBe(true);
  });

  it('may be any when none is expected', () => {
    expect(meetsExpectation({ accountHash: null, handle: null, proof: 'signed_in' }, arrived)).toBe(true);
  });
});
