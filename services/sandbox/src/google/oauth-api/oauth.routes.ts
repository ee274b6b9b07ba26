import type { FastifyInstance, FastifyRequest } from 'fastify';
import { openApiDoor, type ApiVoice } from '../../box/api-door';
import { bodyField, parameter } from '../../box/parameters';
import { siteUrl } from '../../ui/sites';
import type { Google } from '../google';
import { RISC_ISSUER } from '../security-events';
import { GoogleOAuthError, revokedGrant } from './oauth-error';
import { token } from './token';
import { bearerOf, openidConfiguration, tokenInfo, userInfo } from './token-info';

/** `oauth2.googleapis.com` and what clients read of `accounts.google.com`, under `/google-oauth/…` (platforms.md 3.1). */
export function googleOAuthRoutes(app: FastifyInstance, google: Google): void {
  const { box, grants, keys } = google;
  const base = (): string => `http://127.0.0.1:${box.port}`;

  void app.register(async (scope) => {
    openApiDoor(scope, box, voiceOf(google));
    const at = (operation: string) => ({ config: { operation: `google.oauth.${operation}` } });
    scope.post('/google-oauth/token', at('token'), async (request) => token(request, google));
    scope.post('/google-oauth/revoke', at('revoke'), async (request) => {
      const grant = grants.ofLiveToken(parameter(request, 'token') ?? '');
      if (!grant) throw new GoogleOAuthError('invalid_token', 'Token expired or revoked');
      google.endGrant(grant, 'revoked-by-app');
      return {};
    });
    scope.route({
      method: ['GET', 'POST'],
      url: '/google-oauth/tokeninfo',
      ...at('tokeninfo'),
      handler: async (request) => tokenInfo(request, google),
    });
    scope.get('/google-oauth/userinfo', at('userinfo'), async (request) => userInfo(request, google));
    scope.get('/google-oauth/certs', at('certs'), async (_request, reply) =>
      reply.header('cache-control', 'public, max-age=300').send(keys.jwks()),
    );
    scope.get('/google-oauth/v1/certs', at('certs'), async () => keys.pems());
    scope.get('/google-oauth/.well-known/openid-configuration', at('configuration'), async () =>
      openidConfiguration(base(), siteUrl(box, 'google')),
    );
    scope.get('/google-oauth/.well-known/risc-configuration', at('risc-configuration'), async () => ({
      issuer: RISC_ISSUER,
      jwks_uri: `${base()}/google-oauth/certs`,
      delivery_methods_supported: ['https://schemas.openid.net/secevent/risc/delivery-method/push'],
    }));
    scope.all('/google-oauth/*', at('unknown'), async () => {
      throw new GoogleOAuthError('not_found', 'Not Found', 404);
    });
  });
}

function voiceOf({ grants }: Google): ApiVoice {
  return {
    platform: 'google',
    tokenOf: (request: FastifyRequest) =>
      bearerOf(request) ??
      bodyField(request, 'refresh_token') ??
      parameter(request, 'token') ??
      parameter(request, 'access_token'),
    personaOf: (text) => grants.personaOf(text),
    // Exchange and renewal share an address; for counting they are two things.
    operationOf: (request, declared) =>
      declared === 'google.oauth.token' && bodyField(request, 'grant_type') === 'refresh_token'
        ? 'google.oauth.refresh'
        : declared,
    fail(_request, fault) {
      if (fault.kind === 'status') {
        const error = fault.status >= 500 ? 'internal_failure' : 'invalid_request';
        return new GoogleOAuthError(error, 'Please try again later.', fault.status).answer();
      }
      if (fault.kind === 'throttle') {
        return new GoogleOAuthError('rate_limit_exceeded', 'Rate Limit Exceeded', 429).answer();
      }
      if (fault.kind === 'error') {
        const status = fault.status ?? (fault.code === 'invalid_client' ? 401 : 400);
        return new GoogleOAuthError(fault.code, fault.message, status).answer();
      }
      return revokedGrant().answer();
    },
    word: (error) => (error instanceof GoogleOAuthError ? error.answer() : undefined),
    malformed: (message) => new GoogleOAuthError('invalid_request', message).answer(),
  };
}
