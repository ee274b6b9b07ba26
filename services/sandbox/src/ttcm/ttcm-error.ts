import { randomText } from '../box/secrets';
import type { FailedAnswer } from '../box/api-door';

const MESSAGES: Record<number, string> = {
  40000: 'Invalid parameter.',
  20001: 'Partial success.',
  40001: 'No permission to operate.',
  40002: 'Invalid parameter value.',
  40007: 'The object does not exist.',
  40008: 'The endpoint does not exist.',
  40016: 'Too many requests: QPS limit reached.',
  40100: 'Too many requests: QPM limit reached. Please retry later.',
  40101: 'App ID or secret is incorrect.',
  40102: 'Access token has expired.',
  40103: 'Refresh token has expired.',
  40104: 'Access token is empty.',
  40105: 'Access token is incorrect or has been revoked.',
  40107: 'Refresh token is incorrect.',
  40108: 'Grant type is incorrect.',
  40110: 'Auth_code has been used, cancelled or has expired.',
  40113: 'The app is blocked.',
  40118: 'The app is not on the allow list.',
  40121: 'The TikTok user is not a TikTok Creator Marketplace creator.',
  40122: 'The TikTok Creator Marketplace creator is not in a valid region.',
  40124: 'The developer profile is not complete.',
  40125: 'The developer has no permission.',
  40133: 'Too many requests: QPD limit reached.',
  41000: 'Requests from this country are not allowed.',
  50000: 'System error.',
  50002: 'Service error.',
  60001: 'The service is being maintained.',
};

/** `code` decides; the HTTP status is 200 also for failures (platforms.md 5.1). [AE] */
export class TtcmError extends Error {
  constructor(
    readonly code: number,
    message?: string,
    readonly status = 200,
  ) {
    super(message ?? MESSAGES[code] ?? 'Error.');
  }

  answer(): FailedAnswer {
    return { status: this.status, error: String(this.code), body: envelope(this.code, this.message, {}) };
  }
}

/** Some of it was done: the answer tells what. */
export class PartlyDone {
  constructor(readonly data: object) {}

  answer(): object {
    return envelope(20001, MESSAGES[20001] ?? '', this.data);
  }
}

export function envelope(code: number, message: string, data: unknown): object {
  const requestId = `${new Date().toISOString().replace(/\D/g, '').slice(0, 14)}${randomText(9).replace(/\W/g, '0').toUpperCase()}`;
  return { code, message, request_id: requestId, data };
}
