import { meetsExpectation } from './expectation';

const [mine, other] = [Buffer.from('a'), Buffer.from('b')];
const arrived = { accountHash: mine, handle: 'Ana.Cooks' };

describe('the account that came back', () => {
  it('is compared by the platform’s id where that is known, whatever its handle', () => {
    const expected = { accountHash: mine, handle: 'renamed.since' };
    expect(meetsExpectation(expected, arrived)).toBe(true);
    expect(meetsExpectation({ ...expected, accountHash: other, handle: 'ana.cooks' }, arrived)).toBe(false);
  });

  it('is compared by its handle where only that is known, in whatever case and with or without an at sign', () => {
    const expected = { accountHash: null, handle: '@ana.cooks ' };
    expect(meetsExpectation(expected, arrived)).toBe(true);
    expect(meetsExpectation(expected, { ...arrived, handle: 'another' })).toBe(false);
    expect(meetsExpectation(expected, { ...arrived, handle: null })).toBe(false);
  });

  it('may be any when none is expected', () => {
    expect(meetsExpectation({ accountHash: null, handle: null }, arrived)).toBe(true);
  });
});
