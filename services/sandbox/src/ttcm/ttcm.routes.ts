import type { FastifyInstance, FastifyRequest } from 'fastify';
import { openApiDoor, type ApiVoice } from '../box/api-door';
import type { Box } from '../box/box';
import { queryField } from '../box/parameters';
import { sameText } from '../box/secrets';
import { SlidingWindow } from '../box/sliding-window';
import type { TikTok } from '../tiktok/tiktok';
import { type Agency, type AgencyScope } from './agency';
import { publicCreator, publicVideos } from './creators';
import type { Marketplace } from './marketplace';
import { handlesOf, jsonBody, queryList } from './parameters';
import { envelope, PartlyDone, TtcmError } from './ttcm-error';

const PREFIX = '/tiktok-business/open_api/v1.3';
type Reader = (request: FastifyRequest) => object;
const ACCOUNT = 13_020_000;
const INVITE = 13_030_000;
const PROFILE = 14_010_100;
const VIDEOS = 14_020_100;

/** TikTok API for Business, under `/tiktok-business/open_api/v1.3/…/`; without the last slash there is nothing (platforms.md 5). */
export function ttcmRoutes(
  app: FastifyInstance,
  box: Box,
  tiktok: TikTok,
  marketplace: Marketplace,
  agency: Agency,
): void {
  const second = new SlidingWindow(1_000, () => box.clock.now());
  const minute = new SlidingWindow(60_000, () => box.clock.now());
  let day = { number: 0, calls: 0 };
  box.onReset(() => {
    [second, minute].forEach((window) => window.clear());
    day = { number: 0, calls: 0 };
  });

  /** No header tells a limit: only the text says which one, and thereby how long to wait. [AE] */
  const checkLimits = (): void => {
    const { requestsPerSecond, requestsPerMinute, requestsPerDay } = box.state.settings.ttcm;
    const today = Math.floor(box.clock.now() / 86_400_000);
    if (day.number !== today) day = { number: today, calls: 0 };
    if (day.calls >= requestsPerDay) throw new TtcmError(40100, 'Too many requests: QPD limit reached.');
    if (!second.allow('app', requestsPerSecond)) throw new TtcmError(40100, 'Too many requests: QPS limit reached.');
    if (!minute.allow('app', requestsPerMinute)) throw new TtcmError(40100, 'Too many requests: QPM limit reached.');
    day.calls += 1;
  };
  const open = (reader: Reader) => async (request: FastifyRequest) => {
    checkLimits();
    const answer = reader(request);
    return answer instanceof PartlyDone ? answer.answer() : envelope(0, 'OK', answer);
  };
  const answering = (reader: Reader, needed: AgencyScope) =>
    open((request) => {
      checkToken(request, agency, needed);
      return reader(request);
    });

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
      }, INVITE),
    );

    scope.get(
      `${PREFIX}/tto/tcm/creator/status/get/`,
      { config: { operation: 'ttcm.status.tto' } },
      answering((request) => {
        checkAccount(queryField(request, 'tto_tcm_account_id'), box);
        const known = (handle: string) => marketplace.statusOf(handle).replace('INVITED', 'NOT_IN');
        const handles = handlesOf(queryList(request, 'handle_names'));
        return { onboarding_status: handles.map((handle) => ({ handle_name: handle, status: known(handle) })) };
      }, INVITE),
    );

    scope.post(
      `${PREFIX}/tcm/creator/invite/`,
      { config: { operation: 'ttcm.invite' } },
      answering((request) => {
        const body = jsonBody(request);
        checkAccount(body['tcm_account_id'], box);
        return invite(marketplace, handlesOf(body['handle_names']));
      }, INVITE),
    );
    // One copy of the documents shows GET with `handler_names`; real ones seem to take both. [inf]
    scope.get(
      `${PREFIX}/tcm/creator/invite/`,
      { config: { operation: 'ttcm.invite' } },
      answering((request) => {
        checkAccount(queryField(request, 'tcm_account_id'), box);
        return invite(marketplace, handlesOf(queryList(request, 'handler_names'), 'handler_names'));
      }, INVITE),
    );

    scope.get(
      `${PREFIX}/tto/tcm/creator/public/`,
      { config: { operation: 'ttcm.creator' } },
      answering((request) => {
        checkAccount(queryField(request, 'tto_tcm_account_id'), box);
        return publicCreator(request, tiktok, marketplace);
      }, PROFILE),
    );
    scope.get(
      `${PREFIX}/tto/tcm/creator/public/video/list/`,
      { config: { operation: 'ttcm.creator.videos' } },
      answering((request) => {
        checkAccount(queryField(request, 'tto_tcm_account_id'), box);
        return publicVideos(request, tiktok, marketplace);
      }, VIDEOS),
    );

    scope.get(
      `${PREFIX}/oauth2/tcm/get/`,
      { config: { operation: 'ttcm.accounts' } },
      answering((request) => {
        checkApp(queryField(request, 'app_id'), queryField(request, 'secret'), box);
        const page = { page: 1, page_size: 10, total_number: 1, total_page: 1 };
        return { tcm_account_ids: [box.registrations.ttcm.accountId], page_info: page };
      }, ACCOUNT),
    );
    scope.get(
      `${PREFIX}/tto/oauth2/tcm/`,
      { config: { operation: 'ttcm.accounts.tto' } },
      answering((request) => {
        checkApp(queryField(request, 'app_id'), queryField(request, 'secret'), box);
        return { tto_tcm_account_ids: [box.registrations.ttcm.accountId] };
      }, ACCOUNT),
    );

    scope.get(
      `${PREFIX}/tto/oauth2/info/`,
      { config: { operation: 'ttcm.account' } },
      answering((request) => {
        checkAccount(queryField(request, 'tto_tcm_account_id'), box);
        const verification = { business_verification_status: 'PASSED' };
        return { account_name: 'Sandbox Agency', timezone: 'America/New_York', country: 'US', ...verification };
      }, ACCOUNT),
    );
    scope.post(
      `${PREFIX}/oauth2/access_token/`,
      { config: { operation: 'ttcm.oauth.token' } },
      open((request) => {
        const body = jsonBody(request);
        checkApp(body['app_id'], body['secret'], box);
        const { token, scopes } = agency.redeem(textOf(body['auth_code']));
        return { access_token: token, advertiser_ids: [], scope: scopes };
      }),
    );
    scope.post(
      `${PREFIX}/oauth2/revoke_token/`,
      { config: { operation: 'ttcm.oauth.revoke' } },
      open((request) => {
        const body = jsonBody(request);
        checkApp(body['app_id'], body['secret'], box);
        agency.revoke(textOf(body['access_token']));
        return { app_id: body['app_id'], advertiser_ids: [] };
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

/** A rejected handle with each rule it fails (the shape of the reasons is not known); one left out makes it 20001. [BB, inf] */
function invite(marketplace: Marketplace, handles: readonly string[]): object {
  const outcomes = handles.map((handle) => ({ handle, outcome: marketplace.invite(handle) }));
  const of = (kind: string): string[] =>
    outcomes.filter(({ outcome }) => outcome.kind === kind).map(({ handle }) => handle);
  const reasons = outcomes.flatMap(({ handle, outcome }) =>
    outcome.kind === 'rejected' && outcome.reasons.length > 0 ? [[handle, outcome.reasons] as const] : [],
  );
  const answer = {
    in_tcm: of('in'),
    invited: of('invited'),
    rejected: of('rejected'),
    reject_reasons: Object.fromEntries(reasons),
  };
  return of('left_out').length > 0 ? new PartlyDone(answer) : answer;
}

const tokenOf = (request: FastifyRequest): string | undefined => {
  const header = request.headers['access-token'];
  return typeof header === 'string' && header !== '' ? header : undefined;
};

function checkToken(request: FastifyRequest, agency: Agency, needed: AgencyScope): void {
  const token = tokenOf(request);
  if (token === undefined) throw new TtcmError(40104);
  const scopes = agency.scopesOf(token);
  if (!scopes) throw new TtcmError(40105);
  if (!scopes.includes(needed)) throw new TtcmError(40001);
}

function checkAccount(id: unknown, box: Box): void {
  if (typeof id !== 'string' || id === '')
    throw new TtcmError(40002, 'tcm_account_id: Missing data for required field.');
  if (id !== box.registrations.ttcm.accountId) throw new TtcmError(40001);
}

function checkApp(appId: unknown, secret: unknown, box: Box): void {
  const { ttcm } = box.registrations;
  if (textOf(appId) !== ttcm.appId || !sameText(textOf(secret), ttcm.appSecret)) throw new TtcmError(40101);
}

const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

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
