import { isCovered } from './is-covered';

const account = { isAccount: (id: string) => id === '17', pageId: '11' };
const consent = { personId: '1', missingScopes: [], tickedPages: null, tickedAccounts: null };

describe('an account of an earlier consent', () => {
  it('stays within reach while the new one narrows nothing, or ticks it again', () => {
    expect(isCovered(consent, account)).toBe(true);
    expect(isCovered({ ...consent, tickedPages: ['11', '12'], tickedAccounts: ['17', '18'] }, account)).toBe(true);
    expect(isCovered({ ...consent, tickedPages: ['12'] }, { ...account, pageId: null })).toBe(true);
  });

  it('is lost with its Page, with itself, or with a permission that is needed', () => {
    expect(isCovered({ ...consent, tickedPages: ['12'] }, account)).toBe(false);
    expect(isCovered({ ...consent, tickedPages: [] }, account)).toBe(false);
    expect(isCovered({ ...consent, tickedPages: ['11'], tickedAccounts: ['18'] }, account)).toBe(false);
    expect(isCovered({ ...consent, missingScopes: ['instagram_basic'] }, account)).toBe(false);
  });
});
