import type { FastifyRequest } from 'fastify';
import type { Box } from '../../box/box';
import { queryField, words } from '../../box/parameters';
import { ISSUER } from '../google';
import type { GoogleCode } from '../google.state';
import { googleScope, longScopeName } from '../scopes';

/** The parameters of `/o/oauth2/v2/auth` after they were found to be in order (platforms.md 3.2). [GYT] */
export interface AuthRequest {
  clientId: string;
  redirectUri: string;
  state: string | undefined;
  scopes: string[];
  offline: boolean;
  includesGranted: boolean;
  granular: boolean;
  loginHint: string | undefined;
  prompts: string[];
  challenge?: NonNullable<GoogleCode['challenge']>;
  nonce: string | undefined;
  /** To come back to this page with. */
  query: string;
}

/** Faults that Google shows to the person instead of going back to the app. [GYT] */
export class AuthRefused extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly status = 400,
  ) {
    super(message);
  }
}

/** Browsers inside apps. [GYT; the signs of one: K] */
const EMBEDDED = /; wv\)|\bFBAN\b|\bInstagram\b|\bmusical_ly\b|\bBytedanceWebview\b/;

export function readAuthRequest(request: FastifyRequest, box: Box): AuthRequest {
  const { clientId, redirectUris } = box.registrations.google;
  if (EMBEDDED.test(request.headers['user-agent'] ?? '')) {
    throw new AuthRefused(
      'disallowed_useragent',
      'You can’t sign in from this screen: the app uses an embedded browser.',
      403,
    );
  }
  if (queryField(request, 'client_id') !== clientId) {
    throw new AuthRefused('invalid_client', 'The OAuth client was not found.', 401);
  }
  if (box.state.settings.google.client === 'deleted') {
    throw new AuthRefused('deleted_client', 'The OAuth client was deleted.', 401);
  }
  const redirectUri = queryField(request, 'redirect_uri') ?? '';
  if (!redirectUris.includes(redirectUri)) {
    throw new AuthRefused(
      'redirect_uri_mismatch',
      'The redirect URI is not one of those registered for this client. It has to be equal, character by character.',
    );
  }
  if (queryField(request, 'response_type') !== 'code') {
    throw new AuthRefused('unsupported_response_type', 'The sandbox knows the response type "code".');
  }
  return {
    clientId,
    redirectUri,
    state: queryField(request, 'state'),
    scopes: readScopes(request),
    offline: queryField(request, 'access_type') === 'offline',
    includesGranted: queryField(request, 'include_granted_scopes') === 'true',
    granular: queryField(request, 'enable_granular_consent') !== 'false',
    loginHint: queryField(request, 'login_hint'),
    prompts: readPrompts(request),
    ...readChallenge(request),
    nonce: queryField(request, 'nonce'),
    query: (request.raw.url ?? '').split('?', 2)[1] ?? '',
  };
}

/** Separated by spaces; anything else, commas too, is an unknown scope. */
function readScopes(request: FastifyRequest): string[] {
  const scopes = [...new Set(words(queryField(request, 'scope'), /\s+/).map(longScopeName))];
  if (scopes.length === 0) throw new AuthRefused('invalid_request', 'Missing required parameter: scope');
  const unknown = scopes.filter((scope) => !googleScope(scope));
  if (unknown.length > 0) {
    throw new AuthRefused('invalid_scope', `Some requested scopes were invalid. {invalid=[${unknown.join(', ')}]}`);
  }
  return scopes;
}

function readPrompts(request: FastifyRequest): string[] {
  const prompts = words(queryField(request, 'prompt'), /\s+/);
  const unknown = prompts.some((prompt) => !['none', 'consent', 'select_account'].includes(prompt));
  if (unknown || (prompts.includes('none') && prompts.length > 1)) {
    throw new AuthRefused('invalid_request', `Invalid parameter value for prompt: ${prompts.join(' ')}`);
  }
  return prompts;
}

function readChallenge(request: FastifyRequest): Pick<AuthRequest, 'challenge'> {
  const value = queryField(request, 'code_challenge');
  const method = queryField(request, 'code_challenge_method') ?? 'plain';
  if (value === undefined) return {};
  if (method !== 'S256' && method !== 'plain') {
    throw new AuthRefused('invalid_request', 'Invalid parameter value for code_challenge_method.');
  }
  // base64url of a SHA-256 has 43 characters; a plain one is the verifier itself (RFC 7636, 4.1).
  if (!(method === 'S256' ? /^[\w-]{43}$/ : /^[\w.~-]{43,128}$/).test(value)) {
    throw new AuthRefused('invalid_request', 'code_challenge is not of the right form.');
  }
  return { challenge: { value, method } };
}

/** The way back; parameters that a registered address may already have are kept. `iss` as RFC 9207. [K] */
export function returnAddress(asked: AuthRequest, answer: Record<string, string>): string {
  const address = new URL(asked.redirectUri);
  const all = { ...(asked.state === undefined ? {} : { state: asked.state }), iss: ISSUER, ...answer };
  for (const [name, value] of Object.entries(all)) address.searchParams.set(name, value);
  return address.toString();
}
