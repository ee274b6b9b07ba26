import type { FailedAnswer } from '../../box/api-door';

/** A failure of the token, revoke and tokeninfo addresses (platforms.md 3.3). [K] */
export class GoogleOAuthError extends Error {
  constructor(
    readonly code: string,
    message: string | undefined,
    private readonly status = 400,
    private readonly subtype?: string,
  ) {
    super(message);
  }

  answer(): FailedAnswer {
    return {
      status: this.status,
      // The subtype is what tells a policy from a dead grant.
      error: this.subtype ?? this.code,
      body: {
        ...(this.code === '' ? {} : { error: this.code }),
        ...(this.message === '' ? {} : { error_description: this.message }),
        ...(this.subtype === undefined ? {} : { error_subtype: this.subtype }),
      },
    };
  }
}

export const revokedGrant = (): GoogleOAuthError =>
  new GoogleOAuthError('invalid_grant', 'Token has been expired or revoked.');
