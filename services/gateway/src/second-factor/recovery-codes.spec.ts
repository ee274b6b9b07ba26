import { newRecoveryCodes, recoveryCodeHash } from './recovery-codes';

describe('recovery codes', () => {
  it('are ten different ones, easy to copy by hand', () => {
    const codes = newRecoveryCodes();
    expect(new Set(codes).size).toBe(10);
    for (const code of codes) expect(code).toMatch(/^[2-9A-HJKMNP-Z]{4}(-[2-9A-HJKMNP-Z]{4}){2}$/);
  });

  it('are recognised however they are typed', () => {
    const [code] = newRecoveryCodes();
    const hash = recoveryCodeHash(code!);
    expect(hash).toBeDefined();
    expect(recoveryCodeHash(` ${code!.toLowerCase().replaceAll('-', ' ')} `)).toEqual(hash);
  });

  it.each(['', '123456', 'ABCD-ABCD', 'O0O0-O0O0-O0O0'])('are not taken for %j', (text) => {
    expect(recoveryCodeHash(text)).toBeUndefined();
  });
});
