import type { FastifyInstance, FastifyRequest } from 'fastify';
import { openApiDoor, type ApiVoice } from '../box/api-door';
import type { Box } from '../box/box';
import { queryField } from '../box/parameters';
import { sameText } from '../box/secrets';
import { SlidingWindow } from '../box/sliding-window';
import type { TikTok } from '../tiktok/tiktok';
import { publicCreator, publicVideos } from './creators';
import type { Marketplace } from './marketplace';
import { handlesOf, jsonBody, queryList } from './parameters';
import { envelope, TtcmError } from './ttcm-error';

const PREFIX = '/tiktok-business/open_api/v1.3';
type Reader = (request: FastifyRequest) => object;

/** TikTok API for Business, under `/tiktok-business/open_api/v1.3/…/`; without the last slash there is nothing (platforms.md 5). */
export function ttcmRoutes(app: FastifyInstance, box: Box, tiktok: TikTok, marketplace: Marketplace): void {
  const second = new SlidingWindow(1_000, () => box.clock.now());
  const minute = new SlidingWindow(60_000, () => box.clock.now());
  box.onReset(() => [second, minute].forEach((window) => window.clear()));

  const answering = (reader: Reader) => async (request: FastifyRequest) => {
    const { requestsPerSecond, requestsPerMinute } = box.state.settings.ttcm;
    if (!second.allow('app', requestsPerSecond) || !minute.allow('app', requestsPerMinute)) throw new TtcmError(40100);
    checkToken(request, box);
    return envelope(0, 'OK', reader(request));
  };

  void app.register(async (scope) => {
    openApiDoor(scope, box, voice);

    scope.get(
      `${PREFIX}/tcm/creator/status/get/`,
      { config: { operation: 'ttcm.status' } },
      answering((request) => {
        checkAccount(queryField(request, 'tcm_account_id'), box);
        const handles = handlesOf(queryList(request, 'handle_names'));
        // Spelled `handler_name` here and `handle_name` everywhere else: a quirk of the legacy API. [BB]
        return {
          onboarding_status: handles.map((handle) => ({ handler_name: handle, status: marketplace.statusOf(handle) })),
        };
      }),
    );

    scope.get(
      `${PREFIX}/tto/tcm/creator/status/get/`,
      { config: { operation: 'ttcm.status.tto' } },
      answering((request) => {
        checkAccount(queryField(request, 'tto_tcm_account_id'), box);
        const known = (handle: string) => marketplace.statusOf(handle).replace('INVITED', 'NOT_IN');
        const handles = handlesOf(queryList(request, 'handle_names'));
        return { onboarding_status: handles.map((handle) => ({ handle_name: handle, status: known(handle) })) };
      }),
    );

    scope.post(
      `${PREFIX}/tcm/creator/invite/`,
      { config: { operation: 'ttcm.invite' } },
      answering((request) => {
        const body = jsonBody(request);
        checkAccount(body['tcm_account_id'], box);
        return invite(marketplace, handlesOf(body['handle_names']));
      }),
    );
    // One copy of the documents shows GET with `handler_names`; real ones seem to take both. [inf]
    scope.get(
      `${PREFIX}/tcm/creator/invite/`,
      { config: { operation: 'ttcm.invite' } },
      answering((request) => {
        checkAccount(queryField(request, 'tcm_account_id'), box);
        return invite(marketplace, handlesOf(queryList(request, 'handler_names'), 'handler_names'));
      }),
    );

    scope.get(
      `${PREFIX}/tto/tcm/creator/public/`,
      { config: { operation: 'ttcm.creator' } },
      answering((request) => {
        checkAccount(queryField(request, 'tto_tcm_account_id'), box);
        return publicCreator(request, tiktok, marketplace);
      }),
    );
    scope.get(
      `${PREFIX}/tto/tcm/creator/public/video/list/`,
      { config: { operation: 'ttcm.creator.videos' } },
      answering((request) => {
        checkAccount(queryField(request, 'tto_tcm_account_id'), box);
        return publicVideos(request, tiktok, marketplace);
      }),
    );

    scope.get(
      `${PREFIX}/oauth2/tcm/get/`,
      { config: { operation: 'ttcm.accounts' } },
      answering((request) => {
        checkApp(request, box);
        const page = { page: 1, page_size: 10, total_number: 1, total_page: 1 };
        return { tcm_account_ids: [box.registrations.ttcm.accountId], page_info: page };
      }),
    );
    scope.get(
      `${PREFIX}/tto/oauth2/tcm/`,
      { config: { operation: 'ttcm.accounts.tto' } },
      answering((request) => {
        checkApp(request, box);
        return { tto_tcm_account_ids: [box.registrations.ttcm.accountId] };
      }),
    );

    scope.all('/tiktok-business/*', { config: { operation: 'ttcm.unknown' } }, async (request) => {
      const path = request.url.split('?', 1)[0] ?? '';
      throw path.endsWith('/')
        ? new TtcmError(40008)
        : new TtcmError(40008, 'Not found: is the slash at the end missing?', 404);
    });
  });
}

/** Every handle is answered; a rejected one with each rule it fails (the shape of the reasons is not known). [BB, inf] */
function invite(marketplace: Marketplace, handles: readonly string[]): object {
  const outcomes = handles.map((handle) => ({ handle, outcome: marketplace.invite(handle) }));
  const of = (kind: string): string[] =>
    outcomes.filter(({ outcome }) => outcome.kind === kind).map(({ handle }) => handle);
  const reasons = outcomes.flatMap(({ handle, outcome }) =>
    outcome.kind === 'rejected' && outcome.reasons.length > 0 ? [[handle, outcome.reasons] as const] : [],
  );
  return {
    in_tcm: of('in'),
    invited: of('invited'),
    rejected: of('rejected'),
    reject_reasons: Object.fromEntries(reasons),
  };
}

const tokenOf = (request: FastifyRequest): string | undefined => {
  const header = request.headers['access-token'];
  return typeof header === 'string' && header !== '' ? header : undefined;
};

function checkToken(request: FastifyRequest, box: Box): void {
  const token = tokenOf(request);
  if (token === undefined) throw new TtcmError(40104);
  if (!sameText(token, box.registrations.ttcm.accessToken)) throw new TtcmError(40105);
}

function checkAccount(id: unknown, box: Box): void {
  if (typeof id !== 'string' || id === '')
    throw new TtcmError(40002, 'tcm_account_id: Missing data for required field.');
  if (id !== box.registrations.ttcm.accountId) throw new TtcmError(40001);
}

function checkApp(request: FastifyRequest, box: Box): void {
  const { appId, appSecret } = box.registrations.ttcm;
  const secret = queryField(request, 'secret') ?? '';
  if (queryField(request, 'app_id') !== appId || !sameText(secret, appSecret)) throw new TtcmError(40101);
}

const voice: ApiVoice = {
  platform: 'ttcm',
  tokenOf,
  personaOf: () => undefined,
  fail(_request, fault) {
    if (fault.kind === 'status') return new TtcmError(50000, undefined, fault.status).answer();
    if (fault.kind === 'throttle') return new TtcmError(fault.code ?? 40100).answer();
    if (fault.kind === 'error') return new TtcmError(Number(fault.code), fault.message, fault.status).answer();
    return new TtcmError(fault.code ?? 40105).answer();
  },
  word: (error) => (error instanceof TtcmError ? error.answer() : undefined),
  malformed: (message) => new TtcmError(40002, message).answer(),
};
