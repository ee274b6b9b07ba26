import { flagsOf, scopeOf, type ScopeFlags } from './scope';

const id = '0192a6e4-0000-7000-8000-000000000001';

describe('what is to be revoked (PR-08)', () => {
  it.each([
    [{ connection: id.toUpperCase() }, { scope: 'connection', target: id }, `--connection ${id}`],
    [{ organisation: id }, { scope: 'organisation', target: id }, `--organisation ${id}`],
    [{ platform: 'tiktok' }, { scope: 'platform', target: 'tiktok' }, '--platform tiktok'],
    [{ all: true }, { scope: 'all', target: null }, '--all'],
  ] as const)('%j', (flags, scope, typed) => {
    expect(scopeOf(flags)).toEqual(scope);
    expect(flagsOf(scope)).toBe(typed);
  });

  it.each<ScopeFlags>([
    {},
    { all: true, platform: 'tiktok' },
    { connection: '*' },
    { organisation: '' },
    { platform: 'all' },
  ])('is never guessed: %j', (flags) => {
    expect(() => scopeOf(flags)).toThrow(expect.objectContaining({ name: 'OperatorError' }));
  });
});
