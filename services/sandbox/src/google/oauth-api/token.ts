import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { bodyField } from '../../box/parameters';
import { sameText } from '../../box/secrets';
import type { Google } from '../google';
import type { GoogleCode } from '../google.state';
import type { IssuedTokens } from '../grants';
import type { GooglePerson } from '../people';
import { OPENID } from '../scopes';
import { checkClient } from './client';
import { idToken } from './id-token';
import { GoogleOAuthError, revokedGrant } from './oauth-error';

const FORM = /^application\/x-www-form-urlencoded/i;

/** `POST /token`, form only: code → tokens, refresh token → access token (platforms.md 3.3). [K] */
export function token(request: FastifyRequest, google: Google): object {
  if (!FORM.test(request.headers['content-type'] ?? '')) {
    throw new GoogleOAuthError('invalid_request', 'Only application/x-www-form-urlencoded is understood.');
  }
  const type = bodyField(request, 'grant_type');
  if (type === 'authorization_code') return redeem(request, google);
  if (type === 'refresh_token') return refresh(request, google);
  throw new GoogleOAuthError('unsupported_grant_type', `Invalid grant_type: ${type ?? ''}`);
}

function redeem(request: FastifyRequest, google: Google): object {
  const { box, grants, people } = google;
  const clientId = checkClient(request, box);
  const code = grants.findCode(bodyField(request, 'code') ?? '');
  if (!code) throw new GoogleOAuthError('invalid_grant', 'Malformed auth code.');
  request.apiCall.persona = code.personaId;
  const consented = grants.grantOfCode(code);
  if (!consented || code.used || code.clientId !== clientId || code.expiresAt <= box.clock.now()) {
    throw new GoogleOAuthError('invalid_grant', 'Bad Request');
  }
  if (bodyField(request, 'redirect_uri') !== code.redirectUri) {
    throw new GoogleOAuthError('redirect_uri_mismatch', 'Bad Request');
  }
  checkVerifier(code, bodyField(request, 'code_verifier'));

  const target = { platform: 'google', operation: 'google.oauth.token', persona: code.personaId } as const;
  const surplus = box.faults.take(['surplus_scope'], target);
  const foreign = box.faults.take(['foreign_app'], target);
  const other = box.faults.take(['changed_identity'], target);
  const person = (other && personOf(google, other.as)) ?? people.identity(code.personaId, code.identity);
  if (!person) throw new GoogleOAuthError('invalid_grant', 'Bad Request');
  const scopes = surplus ? [...code.scopes, surplus.scope] : code.scopes;
  const grant = other ? grants.consent(clientId, person, scopes, code.offline) : consented;
  const issued = grants.redeem(code, grant, scopes, foreign ? `another-${clientId}` : clientId);
  return answer(request, google, issued, person, code.nonce);
}

const personOf = ({ people }: Google, personaId: string): GooglePerson | undefined =>
  people.identity(personaId, 'self');

function checkVerifier({ challenge }: GoogleCode, verifier: string | undefined): void {
  if (!challenge) return;
  if (verifier === undefined) throw new GoogleOAuthError('invalid_grant', 'Missing code verifier.');
  const made =
    challenge.method === 'plain' ? verifier : createHash('sha256').update(verifier).digest().toString('base64url');
  if (!sameText(made, challenge.value)) throw new GoogleOAuthError('invalid_grant', 'Invalid code verifier.');
}

function refresh(request: FastifyRequest, google: Google): object {
  const { box, grants, people } = google;
  checkClient(request, box);
  const { token: found, standing } = grants.findRefresh(bodyField(request, 'refresh_token') ?? '');
  if (standing === 'unknown') throw new GoogleOAuthError('invalid_grant', 'Bad Request');
  if (standing === 'must-reauthenticate') {
    throw new GoogleOAuthError('invalid_grant', 'reauth related error (invalid_rapt)', 400, 'invalid_rapt');
  }
  // Its wording on refresh is not documented. [inf]
  if (standing === 'blocked-by-admin') {
    throw new GoogleOAuthError('admin_policy_enforced', 'Access is restricted by the administrator.');
  }
  const issued = standing === 'live' && found ? grants.refresh(found) : undefined;
  const person = issued && people.identity(issued.grant.personaId, issued.grant.identity);
  if (!person || !found) throw revokedGrant();
  const left =
    found.expiresAt === null ? {} : { refreshExpiresIn: Math.floor((found.expiresAt - box.clock.now()) / 1000) };
  return answer(request, google, { ...issued, ...left }, person);
}

function answer(
  request: FastifyRequest,
  google: Google,
  issued: IssuedTokens,
  person: GooglePerson,
  nonce?: string,
): object {
  request.apiCall.persona = person.persona.id;
  const { access, scopes, grant } = issued;
  const fault = google.box.faults.take(['wrong_id_token'], {
    platform: 'google',
    operation: 'google.oauth.token',
    persona: person.persona.id,
  });
  const signed = scopes.includes(OPENID)
    ? idToken(google, { person, clientId: grant.clientId, scopes, access, nonce }, fault)
    : undefined;
  return {
    access_token: access,
    expires_in: issued.expiresIn,
    ...(issued.refresh === undefined ? {} : { refresh_token: issued.refresh }),
    ...(issued.refreshExpiresIn === undefined ? {} : { refresh_token_expires_in: issued.refreshExpiresIn }),
    scope: scopes.join(' '),
    token_type: 'Bearer',
    ...(signed === undefined ? {} : { id_token: signed }),
  };
}
