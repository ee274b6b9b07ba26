import { morningIn } from './morning';

const at = (time: string) => new Date(`2026-12-07T${time}Z`);

describe('the morning of a member', () => {
  it('is from seven to ten where they are', () => {
    expect(morningIn('UTC', at('06:59:59'))).toBeUndefined();
    expect(morningIn('UTC', at('07:00:00'))).toBe('2026-12-07');
    expect(morningIn('UTC', at('09:59:59'))).toBe('2026-12-07');
    expect(morningIn('UTC', at('10:00:00'))).toBeUndefined();
  });

  it('is on the day that it is there', () => {
    expect(morningIn('Pacific/Auckland', at('18:30:00'))).toBe('2026-12-08');
    expect(morningIn('Pacific/Honolulu', at('18:30:00'))).toBe('2026-12-07');
    expect(morningIn('Asia/Kathmandu', at('01:15:00'))).toBe('2026-12-07');
  });
});
