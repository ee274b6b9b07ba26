import type { FastifyInstance, FastifyRequest } from 'fastify';
import { openApiDoor, type ApiVoice } from '../../box/api-door';
import { bodyField } from '../../box/parameters';
import { randomText } from '../../box/secrets';
import { SlidingWindow } from '../../box/sliding-window';
import type { TikTokPerson } from '../people';
import type { TikTok } from '../tiktok';
import type { TikTokGrant } from '../tiktok.state';
import { revoke, token } from './oauth';
import { OAuthError, OpenApiError, playedError, tokenIsInvalid } from './open-api-error';
import { userInfo, videoList, videoQuery } from './reading';

type Reader = (request: FastifyRequest, tiktok: TikTok, grant: TikTokGrant, person: TikTokPerson) => object;

const MINUTE = 60_000;

/** `open.tiktokapis.com`, under `/tiktok-open/v2/…` (platforms.md 4.2 to 4.4). */
export function openApiRoutes(app: FastifyInstance, tiktok: TikTok): void {
  const { box, people, grants } = tiktok;
  const limits = new SlidingWindow(MINUTE, () => box.clock.now());
  box.onReset(() => limits.clear());

  const reading = (reader: Reader) => async (request: FastifyRequest) => {
    const operation = request.routeOptions.config.operation ?? '';
    if (!limits.allow(operation, box.state.settings.tiktok.requestsPerMinute)) throw tooFrequent();
    const grant = grants.findAccess(bearerOf(request) ?? '');
    const person = people.find(grant?.personaId);
    if (!grant || !person || person.attributes.closed) throw tokenIsInvalid();
    return {
      data: reader(request, tiktok, grant, person),
      error: { code: 'ok', message: '', log_id: logId(box.clock.now()) },
    };
  };

  void app.register(async (scope) => {
    openApiDoor(scope, box, voiceOf(tiktok));
    // The documents write a slash at the end; the real host takes both. [K]
    for (const end of ['', '/']) {
      const at = (path: string): string => `/tiktok-open/v2/${path}${end}`;
      scope.post(at('oauth/token'), { config: { operation: 'tiktok.oauth.token' } }, async (request) =>
        token(request, tiktok),
      );
      scope.post(at('oauth/revoke'), { config: { operation: 'tiktok.oauth.revoke' } }, async (request) =>
        revoke(request, tiktok),
      );
      scope.get(at('user/info'), { config: { operation: 'tiktok.user.info' } }, reading(userInfo));
      scope.post(at('video/list'), { config: { operation: 'tiktok.video.list' } }, reading(videoList));
      scope.post(at('video/query'), { config: { operation: 'tiktok.video.query' } }, reading(videoQuery));
    }
    scope.all('/tiktok-open/*', { config: { operation: 'tiktok.unknown' } }, async () => {
      throw new OpenApiError('invalid_params', 'Unsupported path', 404);
    });
  });
}

const bearerOf = (request: FastifyRequest): string | undefined =>
  /^Bearer\s+(.+)$/i.exec(request.headers.authorization ?? '')?.[1];

const tooFrequent = () =>
  new OpenApiError('rate_limit_exceeded', 'The API rate limit was exceeded. Please try again later.');

/** Time and chance, as in `20220829194722CBE8…`. */
const logId = (now: number): string =>
  `${new Date(now).toISOString().replace(/\D/g, '').slice(0, 14)}${randomText(9).replace(/\W/g, '0').toUpperCase()}`;

function voiceOf({ box, grants }: TikTok): ApiVoice {
  const isOAuth = (request: FastifyRequest): boolean => request.url.includes('/oauth/');
  const word = (error: OAuthError | OpenApiError) =>
    error instanceof OAuthError
      ? error.answer(logId(box.clock.now()), box.state.settings.tiktok.oauthErrorStatus)
      : error.answer(logId(box.clock.now()));
  return {
    platform: 'tiktok',
    tokenOf: (request) => bearerOf(request) ?? bodyField(request, 'refresh_token') ?? bodyField(request, 'token'),
    personaOf: (text) => grants.personaOf(text),
    // Exchange and rotation share an address; for counting they are two things.
    operationOf: (request, declared) =>
      declared === 'tiktok.oauth.token' && bodyField(request, 'grant_type') === 'refresh_token'
        ? 'tiktok.oauth.refresh'
        : declared,
    fail(request, fault) {
      if (fault.kind === 'status') {
        return word(
          isOAuth(request)
            ? new OAuthError('temporarily_unavailable', 'The service is temporarily unavailable.', fault.status)
            : new OpenApiError('internal_error', 'Something is wrong. Please try again later.', fault.status),
        );
      }
      if (fault.kind === 'throttle') return word(tooFrequent());
      if (fault.kind === 'error') return word(playedError(fault, isOAuth(request)));
      return word(
        isOAuth(request) ? new OAuthError('invalid_grant', 'Refresh token is invalid or expired.') : tokenIsInvalid(),
      );
    },
    word: (error) => (error instanceof OAuthError || error instanceof OpenApiError ? word(error) : undefined),
    malformed: (message) => word(new OpenApiError('invalid_params', message)),
  };
}
