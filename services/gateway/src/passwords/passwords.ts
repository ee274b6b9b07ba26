import { fieldFault, type FieldFault } from '@creator-connect/contracts';
import { Injectable } from '@nestjs/common';
import { Algorithm, hash, verify } from '@node-rs/argon2';
import { isCommonPassword } from './common-passwords';

/** OWASP's first choice: Argon2id, 19 MiB, two passes, one lane. */
export const argon2Parameters = {
  algorithm: Algorithm.Argon2id,
  memoryCost: 19_456,
  timeCost: 2,
  parallelism: 1,
} as const;

export const passwordLength = { min: 15, max: 128 } as const;

/** The same text typed on another system may arrive composed differently; NFKC makes both equal. */
const normalised = (password: string) => password.normalize('NFKC');

@Injectable()
export class Passwords {
  private readonly nobody: Promise<string> = hash('the password of nobody at all', argon2Parameters);

  /** What is wrong with a new password, which stands in `field`, or undefined. */
  fault(field: string, password: string, personal: readonly string[] = []): FieldFault | undefined {
    const text = normalised(password);
    const { length } = Array.from(text);
    if (length < passwordLength.min) return fieldFault(field, 'too_short', { min: passwordLength.min });
    if (length > passwordLength.max) return fieldFault(field, 'too_long', { max: passwordLength.max });
    if (isCommonPassword(text, personal)) return fieldFault(field, 'easy_to_guess');
    return undefined;
  }

  hash(password: string): Promise<string> {
    return hash(normalised(password), argon2Parameters);
  }

  /** Takes equally long whether or not there is a hash to compare with. */
  async matches(stored: string | null | undefined, password: string): Promise<boolean> {
    const same = await verify(stored ?? (await this.nobody), normalised(password));
    return same && stored !== null && stored !== undefined;
  }
}
