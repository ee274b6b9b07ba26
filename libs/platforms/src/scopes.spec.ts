import { INSTAGRAM_SCOPES } from './instagram/instagram-scopes';
import { compareScopes } from './scopes';
import { TIKTOK_SCOPES } from './tiktok/tiktok-scopes';

describe('compareScopes', () => {
  it('names required and optional permissions that are missing', () => {
    expect(compareScopes(TIKTOK_SCOPES, ['user.info.basic', 'video.list'])).toEqual({
      missingRequired: ['user.info.stats'],
      missingOptional: ['user.info.profile'],
      surplus: [],
    });
  });

  it('names surplus permissions, and lets the harmless ones pass', () => {
    const granted = [...INSTAGRAM_SCOPES.required, 'public_profile', 'openid', 'pages_manage_posts'];
    expect(compareScopes(INSTAGRAM_SCOPES, granted)).toEqual({
      missingRequired: [],
      missingOptional: [],
      surplus: ['pages_manage_posts'],
    });
  });

  it('asks for nothing that could write', () => {
    const all = [INSTAGRAM_SCOPES, TIKTOK_SCOPES].flatMap((policy) => [...policy.required, ...policy.optional]);
    expect(all.filter((scope) => /publish|upload|write|business_management|ads_|content|messag/.test(scope))).toEqual(
      [],
    );
  });
});
