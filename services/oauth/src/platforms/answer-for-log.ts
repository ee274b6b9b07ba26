import type { PlatformAnswer } from '@creator-connect/platforms';

/** `code` is also OAuth's name of a secret, and no log shows what stands under it. */
export function answerForLog({ code, ...rest }: PlatformAnswer): object {
  return { ...rest, errorCode: code };
}
