import i18next from 'i18next';
import { en } from '../locales/en';
import { problemOf } from './problem';

beforeAll(() => i18next.init({ lng: 'en', resources: { en: { translation: en } } }));

describe('problemOf', () => {
  it('takes over what the service says', () => {
    const answer = {
      code: 'gateway.code_wrong',
      title: 'The code is wrong.',
      nextStep: 'Check it.',
      correlationId: 'c-1',
    };
    expect(problemOf(400, answer)).toMatchObject({ ...answer, status: 400, reasons: [] });
  });

  it('speaks for an answer that is no problem document', () => {
    expect(problemOf(502, undefined)).toMatchObject({ code: 'unknown', title: 'Something went wrong.', status: 502 });
  });

  it('says from when on it may work, where the server does', () => {
    const before = Date.now();
    const { retryAt } = problemOf(429, { code: 'request.throttled' }, '90');
    expect(retryAt!.getTime()).toBeGreaterThanOrEqual(before + 90_000);
    expect(retryAt!.getTime()).toBeLessThanOrEqual(Date.now() + 90_000);
    expect(problemOf(503, undefined, null).retryAt).toBeUndefined();
  });

  it('names the fields at fault', () => {
    const problem = problemOf(400, { errors: [{ field: 'email', message: 'must be an address' }] });
    expect(problem.reasons).toEqual(['email: must be an address']);
  });

  it('explains the rules that are not met, and only those', () => {
    const rules = [
      { rule: 'followers', outcome: 'not_met', explanation: 'Too few followers.' },
      { rule: 'age', outcome: 'unknown', explanation: 'The age is not known.' },
    ];
    expect(problemOf(409, { rules }).reasons).toEqual(['Too few followers.']);
  });
});
