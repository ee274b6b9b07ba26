import i18next from 'i18next';
import { en } from '../locales/en';
import { enMembers } from '../locales/en-members';
import { problemOf } from './problem';

beforeAll(() => i18next.init({ lng: 'en', resources: { en: { translation: { ...en, ...enMembers } } } }));

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

  it.each([
    [0, true],
    [429, true],
    [503, true],
    [400, false],
    [401, false],
    [500, false],
  ])('knows whether a %d passes by itself: %s', (status, passes) => {
    expect(problemOf(status, undefined).passes).toBe(passes);
  });

  it('names each field at fault once', () => {
    const errors = [
      { field: 'email', code: 'not_text', message: 'must be text' },
      { field: 'email', code: 'not_email', message: 'must be an e-mail address' },
    ];
    expect(problemOf(400, { errors }).reasons).toEqual(['E-mail address: must be text']);
  });

  it('explains the rules that are not met, and only those', () => {
    const rules = [
      { rule: 'minimum_followers', outcome: 'not_met', explanation: '', least: 10_000, actual: 900 },
      {
        rule: 'not_written_yet',
        outcome: 'not_met',
        explanation: 'Something new is asked for.',
        least: null,
        actual: null,
      },
      { rule: 'minimum_age', outcome: 'unknown', explanation: '', least: 18, actual: null },
    ];
    expect(problemOf(409, { rules }).reasons).toEqual([
      'At least 10,000 followers are needed. There are 900.',
      'Something new is asked for.',
    ]);
    expect(problemOf(409, { failedRules: ['minimum_age'] }).reasons).toEqual(['The creator is too young.']);
  });
});
