import {
  type GrantInspection,
  INSTAGRAM_SCOPES,
  PlatformError,
  type PlatformFailure,
  type PlatformProfile,
} from '@creator-connect/platforms';
import { Secret } from '@creator-connect/security';
import { askPlatform, type Subject } from './ask-platform';

const subject: Subject = {
  access: Secret.of('page-token'),
  ids: { accountId: '17', personId: '1', pageId: '11' },
  scopes: INSTAGRAM_SCOPES.required,
  goneBefore: 0,
};
const living: GrantInspection = {
  valid: true,
  issuedToUs: true,
  tokenType: 'page',
  platformUserId: '1',
  profileId: '11',
  scopes: INSTAGRAM_SCOPES.required,
  granularScopes: [],
  issuedAt: null,
  expiresAt: null,
  dataAccessExpiresAt: new Date('2027-01-01T00:00:00Z'),
  deathCause: null,
};
const refused = (failure: PlatformFailure) =>
  new PlatformError(failure, { api: 'instagram', operation: 'profile', code: '190', subcode: '460' });

interface Answers {
  profile?: PlatformFailure;
  inspection?: Partial<GrantInspection> | PlatformFailure;
  linked?: string | null | PlatformFailure;
}

/** A platform that answers as told. */
function platform({ profile, inspection, linked = '17' }: Answers): Parameters<typeof askPlatform>[0] {
  const or = async <T>(failure: PlatformFailure | undefined, value: T): Promise<T> => {
    if (failure) throw refused(failure);
    return value;
  };
  const failing = (answer: unknown): PlatformFailure | undefined =>
    typeof answer === 'object' && answer !== null && 'kind' in answer ? (answer as PlatformFailure) : undefined;
  return {
    platform: 'instagram',
    reader: { profile: () => or(profile, { id: '17' } as PlatformProfile) },
    grants: {
      scopes: INSTAGRAM_SCOPES,
      inspect: () => or(failing(inspection), { ...living, ...(inspection as Partial<GrantInspection>) }),
    } as Parameters<typeof askPlatform>[0]['grants'],
    linkedAccount: () =>
      or(
        failing(linked),
        linked === null
          ? null
          : { id: String(linked), handle: null, displayName: null, pictureUrl: null, followers: null },
      ),
  };
}

const ask = (answers: Answers, goneBefore = 0) => askPlatform(platform(answers), { ...subject, goneBefore });
const dead = (cause: string) =>
  expect.objectContaining({ state: 'dead', death: expect.objectContaining({ cause }) as object });
const passwordChanged: PlatformFailure = { kind: 'grant_dead', cause: 'password_changed' };

describe('asking a platform whether a grant lives', () => {
  it('finds it alive when it reads and the inspection agrees', async () => {
    await expect(ask({})).resolves.toEqual({
      state: 'alive',
      scopes: living.scopes,
      expiresAt: null,
      dataAccessExpiresAt: living.dataAccessExpiresAt,
    });
  });

  it('believes a death that the inspection confirms, and keeps the answer', async () => {
    const found = await ask({ profile: passwordChanged, inspection: { valid: false } });
    expect(found).toEqual({
      state: 'dead',
      death: { kind: 'expired', cause: 'password_changed' },
      rule: 'instagram.profile.190/460',
      answer: { api: 'instagram', operation: 'profile', code: '190', subcode: '460' },
    });
  });

  it.each<[string, Answers]>([
    ['throttled', { profile: { kind: 'throttled', until: new Date() } }],
    ['failing', { profile: { kind: 'transient' } }],
    ['answering what nobody knows', { profile: { kind: 'unknown' } }],
    ['misconfigured on our side', { profile: { kind: 'app_misconfigured' } }],
    ['contradicting itself', { profile: passwordChanged, inspection: { valid: true } }],
    ['refusing the inspection', { profile: passwordChanged, inspection: { kind: 'transient' } }],
    ['inspecting nothing after a good read', { inspection: { kind: 'throttled', until: new Date() } }],
    ['naming another app', { inspection: { issuedToUs: false } }],
    ['saying once that the account is gone', { profile: { kind: 'account_gone' } }],
    ['refusing a permission that is still there', { profile: { kind: 'scope_lost', scopes: ['instagram_basic'] } }],
  ])('learns nothing from a platform that is %s', async (_what, answers) => {
    await expect(ask(answers)).resolves.toMatchObject({ state: 'unknown' });
  });

  it('tells lost permissions, ended data access and a lost Page link apart', async () => {
    const without = INSTAGRAM_SCOPES.required.slice(1);
    const noPermission: PlatformFailure = { kind: 'scope_lost', scopes: [] };
    await expect(ask({ inspection: { scopes: without } })).resolves.toEqual(dead('permission_lost'));
    await expect(ask({ profile: noPermission, inspection: { scopes: without } })).resolves.toEqual(
      dead('permission_lost'),
    );
    await expect(
      ask({ profile: noPermission, inspection: { deathCause: 'data_access_expired' }, linked: null }),
    ).resolves.toEqual(dead('data_access_expired'));
    await expect(ask({ linked: null })).resolves.toEqual(dead('page_link_lost'));
    await expect(ask({ profile: { kind: 'account_gone' }, linked: '18' })).resolves.toEqual(dead('page_link_lost'));
  });

  it('believes that an account is gone when it is said three times', async () => {
    await expect(ask({ profile: { kind: 'account_gone' } }, 2)).resolves.toEqual(dead('account_gone'));
  });

  it('leaves a refused access token to the refresh token', async () => {
    const answers: Answers = { profile: { kind: 'grant_dead', cause: 'access_token_invalid' } };
    await expect(ask(answers)).resolves.toMatchObject({ state: 'access_refused' });
  });

  it('knows when the person took it back', async () => {
    const answers: Answers = {
      profile: { kind: 'grant_dead', cause: 'revoked_by_person' },
      inspection: { valid: false },
    };
    await expect(ask(answers)).resolves.toMatchObject({ death: { kind: 'revoked', cause: 'revoked_by_person' } });
  });
});
