import type { FastifyRequest } from 'fastify';
import { parameter } from '../../box/parameters';
import { ISSUER, type Google } from '../google';
import { EMAIL, OPENID } from '../scopes';
import { GoogleOAuthError } from './oauth-error';

export const bearerOf = (request: FastifyRequest): string | undefined =>
  /^Bearer\s+(.+)$/i.exec(request.headers.authorization ?? '')?.[1];

/**
 * `tokeninfo`: for whom and what an access token was made. By GET with the token in the address, or by POST with it in
 * a header or form, as Google's own library calls it, which keeps tokens out of addresses. Numbers come as text. [K]
 */
export function tokenInfo(request: FastifyRequest, { box, grants, people }: Google): object {
  const found = grants.findAccess(bearerOf(request) ?? parameter(request, 'access_token') ?? '');
  const person = found && people.identity(found.grant.personaId, found.grant.identity);
  if (!person) throw new GoogleOAuthError('', 'Invalid Value');
  const { token } = found;
  return {
    azp: token.clientId,
    aud: token.clientId,
    ...(token.scopes.includes(OPENID) ? { sub: people.sub(person.identity) } : {}),
    scope: token.scopes.join(' '),
    exp: String(box.clock.told(token.expiresAt)),
    expires_in: String(Math.floor((token.expiresAt - box.clock.now()) / 1000)),
    ...(token.scopes.includes(EMAIL) ? { email: person.persona.email, email_verified: 'true' } : {}),
    access_type: token.offline ? 'offline' : 'online',
  };
}

/** `userinfo`: what was shared by signing in. [K] */
export function userInfo(request: FastifyRequest, { grants, people }: Google): object {
  const found = grants.findAccess(bearerOf(request) ?? '');
  const person = found && people.identity(found.grant.personaId, found.grant.identity);
  if (!person || !found.token.scopes.includes(OPENID)) {
    throw new GoogleOAuthError('invalid_request', 'Invalid Credentials', 401);
  }
  return {
    sub: people.sub(person.identity),
    ...(found.token.scopes.includes(EMAIL) ? { email: person.persona.email, email_verified: true } : {}),
  };
}

/** What a client may read instead of knowing it: the real names, with the addresses of this sandbox. */
export function openidConfiguration(base: string, consent: string): object {
  return {
    issuer: ISSUER,
    authorization_endpoint: `${consent}/o/oauth2/v2/auth`,
    token_endpoint: `${base}/google-oauth/token`,
    revocation_endpoint: `${base}/google-oauth/revoke`,
    userinfo_endpoint: `${base}/google-oauth/userinfo`,
    jwks_uri: `${base}/google-oauth/certs`,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
    token_endpoint_auth_methods_supported: ['client_secret_post', 'client_secret_basic'],
    code_challenge_methods_supported: ['plain', 'S256'],
    authorization_response_iss_parameter_supported: true,
  };
}
