import { unknownBecause } from './known-membership';

describe('whether the place in the marketplace is known', () => {
  const facts = { state: 'NON_TTCM', handleTold: true, lastAnswer: 'NOT_IN' } as const;

  it.each([
    [facts, null],
    [{ ...facts, lastAnswer: null }, 'not_asked'],
    [{ ...facts, lastAnswer: 'INVALID' }, 'handle_unknown'],
    [{ ...facts, lastAnswer: 'UNKNOWN' }, 'no_answer'],
    [{ ...facts, handleTold: false, lastAnswer: null }, 'handle_not_told'],
    [{ ...facts, state: 'TTCM', lastAnswer: 'INVALID' }, null],
    [{ ...facts, state: 'INVITED', lastAnswer: null }, null],
  ] as const)('%j: %s', (told, cause) => {
    expect(unknownBecause(told)).toBe(cause);
  });
});
