import type { FastifyRequest } from 'fastify';
import { bodyField } from '../../box/parameters';
import { sameText, sha256 } from '../../box/secrets';
import type { TokenPair } from '../grants';
import type { TikTok } from '../tiktok';
import { OAuthError } from './open-api-error';

/** `POST /v2/oauth/token/`, form only: code → tokens, refresh token → new tokens (platforms.md 4.2). [TTD, TTD-N] */
export function token(request: FastifyRequest, tiktok: TikTok): object {
  checkClient(request, tiktok);
  const type = bodyField(request, 'grant_type');
  if (type === 'authorization_code') return redeem(request, tiktok);
  if (type === 'refresh_token') return refresh(request, tiktok);
  throw new OAuthError('unsupported_grant_type', 'Grant type is not supported.');
}

function redeem(request: FastifyRequest, tiktok: TikTok): object {
  const { box, grants } = tiktok;
  const code = grants.findCode(bodyField(request, 'code') ?? '');
  if (!code) throw new OAuthError('invalid_grant', 'Authorization code is invalid.');
  request.apiCall.persona = code.personaId;
  if (code.used || code.expiresAt <= box.clock.now())
    throw new OAuthError('invalid_grant', 'Authorization code is expired.');
  if (bodyField(request, 'redirect_uri') !== code.redirectUri) {
    throw new OAuthError('invalid_request', 'Redirect_uri is not matched with the uri when requesting code.');
  }
  if (code.challenge !== undefined && sha256(bodyField(request, 'code_verifier') ?? '') !== code.challenge) {
    throw new OAuthError('invalid_request', 'Code verifier or code challenge is invalid.');
  }
  const target = { platform: 'tiktok', operation: 'tiktok.oauth.token', persona: code.personaId } as const;
  const surplus = box.faults.take(['surplus_scope'], target);
  const changed = box.faults.take(['changed_identity'], target);
  code.personaId = tiktok.people.find(changed?.as)?.persona.id ?? code.personaId;
  return answer(tiktok, grants.redeem(code, surplus ? [...code.scopes, surplus.scope] : code.scopes));
}

function refresh(request: FastifyRequest, tiktok: TikTok): object {
  const { box, grants } = tiktok;
  const found = grants.findRefresh(bodyField(request, 'refresh_token') ?? '');
  if (found?.standing === 'spent') {
    box.state.tiktok.refreshTokensReused += 1;
    box.changed();
  }
  if (found?.standing !== 'current') throw new OAuthError('invalid_grant', 'Refresh token is invalid or expired.');
  return answer(tiktok, grants.issue(found.grant));
}

function answer({ box, people }: TikTok, { access, refresh: refreshToken, grant }: TokenPair): object {
  const persona = box.world.inhabitants.tiktok(grant.personaId);
  const { accessTokenSeconds, refreshTokenSeconds } = box.state.settings.tiktok;
  return {
    access_token: access,
    expires_in: accessTokenSeconds,
    open_id: persona && people.openId(persona),
    refresh_expires_in: refreshTokenSeconds,
    refresh_token: refreshToken,
    scope: grant.scopes.join(','),
    token_type: 'Bearer',
  };
}

/** `POST /v2/oauth/revoke/`: empty answer; the app leaves the person's list and the webhook says reason 5. [TTD-N] */
export function revoke(request: FastifyRequest, tiktok: TikTok): object {
  checkClient(request, tiktok);
  const grant = tiktok.grants.findAccess(bodyField(request, 'token') ?? '');
  if (!grant) throw new OAuthError('invalid_grant', 'Access token is invalid.');
  tiktok.removeApp(grant.personaId, 5);
  return {};
}

function checkClient(request: FastifyRequest, { box }: TikTok): void {
  if (!/^application\/x-www-form-urlencoded/i.test(request.headers['content-type'] ?? '')) {
    throw new OAuthError('invalid_request', 'Only `application/x-www-form-urlencoded` is supported as Content-Type.');
  }
  const { clientKey, clientSecret } = box.registrations.tiktok;
  if (
    bodyField(request, 'client_key') !== clientKey ||
    !sameText(bodyField(request, 'client_secret') ?? '', clientSecret)
  ) {
    throw new OAuthError('invalid_client', 'Client key or secret is incorrect.');
  }
}
