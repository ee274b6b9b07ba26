import type { Identity } from './identity';
import { assertStepUp, stepUpSeconds } from './step-up';

const now = new Date('2026-01-01T00:00:00Z');
const ago = (seconds: number) => now.getTime() / 1000 - seconds;
const member = (auth_time?: number): Identity => ({ kind: 'member', role: 'owner', sub: 'u', auth_time });

describe('assertStepUp', () => {
  it('lets through who proved themselves within five minutes', () => {
    expect(() => assertStepUp(member(ago(stepUpSeconds)), now)).not.toThrow();
  });

  it.each([
    ['longer ago', member(ago(stepUpSeconds + 1))],
    ['never, as far as is known', member()],
    ['at no time that is a number', member(Number.NaN)],
  ])('refuses who did %s', (_, identity) => {
    expect(() => assertStepUp(identity, now)).toThrow('request.step_up_needed');
  });

  it('asks nothing of an API key, which nobody holds in hand', () => {
    expect(() => assertStepUp({ kind: 'api_key', sub: 'k', scopes: [] }, now)).not.toThrow();
  });
});
