import type { Identity } from '@creator-connect/security';
import { actorOf, findActor } from './actor';
import { bindingCookieName, isBound, newBinding } from './binding-cookie';
import { AppError } from '@creator-connect/contracts';

const [org, influencer, request] = ['o', 'i', 'r'];

describe('who connects', () => {
  it('is an influencer, an applicant or the holder of a link, never a member or a key', () => {
    expect(findActor({ kind: 'influencer', sub: 'u', org, influencer })).toMatchObject({ proven: true });
    const link: Identity = { kind: 'link', sub: 's', org, influencer, request };
    expect(findActor(link)).toMatchObject({ proven: false, authorizationRequestId: request });
    expect(findActor({ ...link, proven: true })).toMatchObject({ proven: true });
    const applicant = findActor({ kind: 'applicant', sub: 's', org, influencer });
    expect(applicant).toMatchObject({ kind: 'applicant', influencerId: influencer, authorizationRequestId: null });
    for (const kind of ['member', 'api_key', 'service'] as const) {
      expect(() => actorOf({ kind, sub: 'x', org, influencer })).toThrow(AppError);
    }
    expect(findActor({ ...link, request: undefined })).toBeNull();
    expect(findActor(undefined)).toBeNull();
  });
});

describe('the browser of an attempt', () => {
  it('is known by its own cookie alone', () => {
    const [id, other] = ['01890000-0000-7000-8000-0123456789ab', '01890000-0000-7000-8000-0123456789ac'];
    const binding = newBinding();
    const cookies = { [bindingCookieName(id)]: binding.value };
    expect(isBound(cookies, id, binding.hash)).toBe(true);
    expect(isBound(cookies, other, binding.hash)).toBe(false);
    expect(isBound(cookies, id, newBinding().hash)).toBe(false);
    expect(isBound({}, id, binding.hash)).toBe(false);
    expect(bindingCookieName(id)).toBe('__Host-oauth-0123456789ab');
  });
});
