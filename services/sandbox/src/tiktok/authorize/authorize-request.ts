import type { FastifyRequest } from 'fastify';
import type { Box } from '../../box/box';
import { queryField, words } from '../../box/parameters';
import { scopeNamed } from '../scopes';

/** The parameters of `/v2/auth/authorize/` after they were found to be in order (platforms.md 4.1). [TTD] */
export interface AuthorizeRequest {
  redirectUri: string;
  state: string;
  scopes: string[];
  alwaysShow: boolean;
  challenge?: string;
  query: string;
}

/** Faults that TikTok shows to the person instead of going back to the app. */
export class AuthorizeRefused extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

export function readAuthorizeRequest(request: FastifyRequest, box: Box): AuthorizeRequest {
  const { clientKey, redirectUris } = box.registrations.tiktok;
  if (queryField(request, 'client_key') !== clientKey) {
    throw new AuthorizeRefused('client_key', 'The client key is not known.');
  }
  const redirectUri = queryField(request, 'redirect_uri') ?? '';
  if (!redirectUris.includes(redirectUri)) {
    throw new AuthorizeRefused('redirect_uri', 'The redirect URI is not one of those registered for this app.');
  }
  if (queryField(request, 'response_type') !== 'code') {
    throw new AuthorizeRefused('unsupported_response_type', 'The response type has to be "code".');
  }
  const state = queryField(request, 'state') ?? '';
  if (state === '') throw new AuthorizeRefused('invalid_request', 'The parameter "state" is missing.');
  // Commas only: scopes separated by spaces are one unknown scope here.
  const scopes = words(queryField(request, 'scope'), /,/);
  const unknown = scopes.filter((scope) => !scopeNamed(scope));
  if (scopes.length === 0 || unknown.length > 0) {
    throw new AuthorizeRefused(
      'invalid_scope',
      `These scopes are not known: ${unknown.join(', ') || '(none was asked)'}`,
    );
  }
  const challenge = queryField(request, 'code_challenge');
  const isHex = challenge === undefined || /^[0-9a-f]{64}$/.test(challenge);
  // TikTok's quirk: hexadecimal, where everybody else takes base64url. Not used on the web, checked where it is. [TTD]
  if (!isHex || (challenge !== undefined && queryField(request, 'code_challenge_method') !== 'S256')) {
    throw new AuthorizeRefused('invalid_request', 'Code verifier or code challenge is invalid.');
  }
  return {
    redirectUri,
    state,
    ...(challenge === undefined ? {} : { challenge }),
    scopes: [...new Set(['user.info.basic', ...scopes])],
    alwaysShow: queryField(request, 'disable_auto_auth') === '1',
    query: (request.raw.url ?? '').split('?', 2)[1] ?? '',
  };
}

export function grantedAddress(request: AuthorizeRequest, code: string, scopes: readonly string[]): string {
  // Percent-encoded by hand: `encodeURIComponent` would leave `*` and `!` alone, and the real answer does not.
  const encoded = encodeURIComponent(code).replaceAll('*', '%2A').replaceAll('!', '%21');
  return `${request.redirectUri}?code=${encoded}&scopes=${encodeURIComponent(scopes.join(','))}&state=${encodeURIComponent(request.state)}`;
}

export function refusedAddress(request: AuthorizeRequest): string {
  const answer = {
    error: 'access_denied',
    error_description: 'User cancelled the authorization',
    state: request.state,
  };
  return `${request.redirectUri}?${new URLSearchParams(answer).toString()}`;
}
