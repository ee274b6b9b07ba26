import { argon2Parameters, Passwords } from './passwords';

describe('passwords', () => {
  const passwords = new Passwords();

  it.each([
    ['fourteen chars', 'must have at least 15 characters'],
    ['x'.repeat(129), 'must have at most 128 characters'],
    ['passwordpassword', 'is too easy to guess'],
    ['Password1234567890!', 'is too easy to guess'],
    ['qwertyuiopasdfghjkl', 'is too easy to guess'],
    ['aaaaaaaaaaaaaaaaaaaa', 'is too easy to guess'],
    ['123456789012345678', 'is too easy to guess'],
    ['correcthorsebatterystaple', 'is too easy to guess'],
  ])('refuses %s: %s', (password, fault) => {
    expect(passwords.fault('password', password)).toMatchObject({ field: 'password', message: fault });
  });

  it("refuses the owner's own name and address", () => {
    const personal = ['robin.miller@example.com', 'Robin Miller'];
    expect(passwords.fault('password', 'robin.miller.2026!', personal)?.code).toBe('easy_to_guess');
  });

  it.each(['tall grass near the old mill', 'ünïcødé wörds äre fine 🌊', '8302750139462857103'])(
    'takes %s',
    (password) => {
      expect(passwords.fault('password', password)).toBeUndefined();
    },
  );

  it('stores Argon2id with at least 19 MiB and two passes', async () => {
    const stored = await passwords.hash('tall grass near the old mill');
    expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(argon2Parameters.memoryCost).toBeGreaterThanOrEqual(19 * 1024);
    await expect(passwords.matches(stored, 'tall grass near the old mill')).resolves.toBe(true);
    await expect(passwords.matches(stored, 'tall grass near the old well')).resolves.toBe(false);
  });

  it('takes a password typed in another Unicode form', async () => {
    const stored = await passwords.hash('caf\u00e9 caf\u00e9 caf\u00e9 caf\u00e9');
    await expect(passwords.matches(stored, 'cafe\u0301 cafe\u0301 cafe\u0301 cafe\u0301')).resolves.toBe(true);
  });

  it('matches nobody when there is no user or no password', async () => {
    await expect(passwords.matches(undefined, 'the password of nobody at all')).resolves.toBe(false);
    await expect(passwords.matches(null, 'the password of nobody at all')).resolves.toBe(false);
  });
});
