import { Logger } from '@nestjs/common';
import { PlatformError, type PlatformFailure, type PlatformProfile } from '@creator-connect/platforms';
import { PlatformSource } from './platform.source';

const profile = { id: 'UC1', handle: null, displayName: 'Bakery' } as unknown as PlatformProfile;

/** A client that answers as the test says, and counts how often it was asked. */
function aSource(...answers: (PlatformFailure | PlatformProfile | null)[]) {
  let asked = 0;
  const byHandle = async (): Promise<PlatformProfile | null> => {
    const answer = answers[asked++] ?? null;
    if (answer && 'kind' in answer) throw new PlatformError(answer, { api: 'instagram', operation: 'x' });
    return answer;
  };
  const client = { byHandle, close: async () => undefined };
  return { source: new PlatformSource('instagram', client, 'docs/x.md', ['handle']), asked: () => asked };
}

beforeAll(() => Logger.overrideLogger(false));

it('names an account by its id where the platform shows no handle', async () => {
  const { source } = aSource(profile);
  expect((await source.byHandle('org', 'x')).profiles).toMatchObject([{ id: 'UC1', handle: 'UC1' }]);
});

it('does not call a platform again before it said so', async () => {
  const { source, asked } = aSource({ kind: 'throttled', until: new Date(Date.now() + 60_000) });
  for (let round = 0; round < 3; round += 1) {
    await expect(source.byHandle('org', 'x')).rejects.toMatchObject({ code: 'accounts.discovery_throttled' });
  }
  expect(asked()).toBe(1);
  const problem = await source.problem();
  expect(problem?.code).toBe('accounts.discovery_throttled');
  expect(problem?.retryAfterSeconds).toBeGreaterThan(50);
});

it('asks again once the time is over', async () => {
  const { source, asked } = aSource({ kind: 'throttled', until: new Date(Date.now() - 1) }, profile);
  await expect(source.byHandle('org', 'x')).rejects.toMatchObject({ code: 'accounts.discovery_unavailable' });
  await source.byHandle('org', 'x');
  expect(asked()).toBe(2);
});

it.each<[string, PlatformFailure, boolean]>([
  ['accounts.discovery_refused', { kind: 'grant_dead', cause: 'session_expired' }, true],
  ['accounts.discovery_refused', { kind: 'scope_lost', scopes: [] }, true],
  ['accounts.discovery_refused', { kind: 'app_misconfigured' }, true],
  ['accounts.discovery_refused', { kind: 'account_gone' }, true],
  ['accounts.discovery_unavailable', { kind: 'transient' }, false],
  ['accounts.discovery_unavailable', { kind: 'unknown' }, false],
])('says %s of %j', async (code, failure, isKnown) => {
  const { source } = aSource(failure, profile);
  await expect(source.byHandle('org', 'x')).rejects.toMatchObject({ code, extra: { setup: 'docs/x.md' } });
  expect((await source.problem())?.code).toBe(isKnown ? code : undefined);
  await source.byHandle('org', 'x');
  expect(await source.problem()).toBeUndefined();
});
