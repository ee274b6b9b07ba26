import { Secret } from '@creator-connect/security';
import { decodeAttempt, encodeAttempt, type RefreshAttempt } from './refresh-attempt';

describe('the notes on a renewal', () => {
  const attempt: RefreshAttempt = {
    tokenVersion: 3,
    answer: {
      access: Secret.of('new-access'),
      accessExpiresAt: new Date('2026-11-24T12:00:00Z'),
      refresh: Secret.of('new-refresh'),
      refreshExpiresAt: null,
      scopes: ['video.list'],
    },
  };

  it('read back as they were written', () => {
    const read = decodeAttempt(encodeAttempt(attempt));
    expect(read).toEqual(attempt);
    expect(read.answer?.refresh?.reveal()).toBe('new-refresh');
    expect(decodeAttempt(encodeAttempt({ tokenVersion: 1, answer: null }))).toEqual({ tokenVersion: 1, answer: null });
  });

  it('show no token unless they are encoded for the vault', () => {
    expect(JSON.stringify(attempt)).not.toContain('new-');
  });
});
