import type { FastifyInstance, FastifyRequest } from 'fastify';
import { openApiDoor } from '../../box/api-door';
import { queryField } from '../../box/parameters';
import { callerOf, demandScope, type ApiCaller } from '../api-caller';
import { GoogleApiError } from '../api-error';
import { googleApiVoice } from '../api-voice';
import type { Google } from '../google';
import type { Quota } from '../quota';
import { YOUTUBE_READONLY } from '../scopes';
import { channels } from './channels';
import { maskedAnswer } from './partial-response';
import { search } from './search';
import { playlistItems, videos } from './videos';

type Reader = (request: FastifyRequest, google: Google, caller: ApiCaller) => object;

/** `youtube.googleapis.com`, under `/google-youtube/youtube/v3/…` (platforms.md 3.4, 3.6). */
export function youtubeRoutes(app: FastifyInstance, google: Google, quota: Quota): void {
  const reading = (reader: Reader, bucket: 'units' | 'searches') => async (request: FastifyRequest) => {
    const caller = callerOf(request, google);
    if (caller.person) request.apiCall.persona = caller.person.persona.id;
    quota.spend(bucket);
    demandScope(caller, 'youtube.googleapis.com', YOUTUBE_READONLY);
    return maskedAnswer(reader(request, google, caller), queryField(request, 'fields'));
  };

  void app.register(async (scope) => {
    openApiDoor(scope, google.box, googleApiVoice(google));
    const at = (path: string) => `/google-youtube/youtube/v3/${path}`;
    const called = (operation: string) => ({ config: { operation: `youtube.${operation}` } });
    scope.get(at('channels'), called('channels'), reading(channels, 'units'));
    scope.get(at('playlistItems'), called('playlistItems'), reading(playlistItems, 'units'));
    scope.get(at('videos'), called('videos'), reading(videos, 'units'));
    scope.get(at('search'), called('search'), reading(search, 'searches'));
    scope.all('/google-youtube/*', called('unknown'), async () => {
      throw new GoogleApiError(404, 'notFound', 'Not Found');
    });
  });
}
