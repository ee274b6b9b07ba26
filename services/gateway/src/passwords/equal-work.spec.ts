import type * as Argon2 from '@node-rs/argon2';
import { Passwords } from './passwords';

/** What each hash that was computed costs: the time that a sign-in takes. */
const mockComputed: string[] = [];
jest.mock('@node-rs/argon2', () => {
  const real = jest.requireActual<typeof Argon2>('@node-rs/argon2');
  const verify: typeof real.verify = (stored, password) => {
    mockComputed.push(String(stored).split('$').slice(1, 4).join(' '));
    return real.verify(stored, password);
  };
  return { ...real, verify };
});

describe('a wrong password', () => {
  const passwords = new Passwords();
  const mill = () => passwords.hash('tall grass near the old mill');

  it.each([
    ['of a user', mill],
    ['of a user without a password', () => Promise.resolve(null)],
    ['of nobody', () => Promise.resolve(undefined)],
  ])('%s takes one hash of the same cost', async (_, stored) => {
    mockComputed.length = 0;
    expect(await passwords.matches(await stored(), 'tall grass near the old well')).toBe(false);
    expect(mockComputed).toEqual(['argon2id v=19 m=19456,t=2,p=1']);
  });
});
