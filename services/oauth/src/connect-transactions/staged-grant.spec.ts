import { Secret } from '@creator-connect/security';
import { decodeStaged, encodeStaged, type StagedGrant } from './staged-grant';

describe('a staged grant', () => {
  const staged: StagedGrant = {
    personId: '1',
    personToken: Secret.of('user-token'),
    personTokenExpiresAt: new Date('2027-01-20T00:00:00Z'),
    refreshToken: null,
    refreshExpiresAt: null,
    dataAccessExpiresAt: new Date('2027-02-20T00:00:00Z'),
    scopes: ['instagram_basic'],
    missingScopes: [],
    diagnosis: null,
    candidates: [
      {
        id: '17',
        accountId: '17',
        handle: 'ana',
        name: null,
        pictureUrl: null,
        followers: 3,
        pageId: '11',
        pageName: 'Page',
        eligible: true,
        reason: null,
        accessToken: Secret.of('page-token'),
      },
    ],
  };

  it('reads back from the vault as it was put in', () => {
    const read = decodeStaged(encodeStaged(staged));
    expect(read).toEqual(staged);
    expect(read.candidates[0]!.accessToken!.reveal()).toBe('page-token');
    expect(read.personToken.reveal()).toBe('user-token');
  });

  it('prints no token', () => {
    expect(JSON.stringify(staged)).not.toContain('-token');
  });
});
