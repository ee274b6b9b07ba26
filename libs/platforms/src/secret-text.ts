import { inspect } from 'node:util';

/**
 * Anything that can show a token to the code that sends it. `Secret` of `@creator-connect/security` fits without being
 * imported here.
 */
export interface AccessToken {
  reveal(): string;
}

/** A token as this library hands it out: it prints as `[redacted]` in logs, JSON and template strings. */
export class SecretText implements AccessToken {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  reveal(): string {
    return this.#value;
  }

  toString(): string {
    return '[redacted]';
  }

  toJSON(): string {
    return '[redacted]';
  }

  [inspect.custom](): string {
    return '[redacted]';
  }
}
