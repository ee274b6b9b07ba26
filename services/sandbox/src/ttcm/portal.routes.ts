import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Box } from '../box/box';
import { bodyField, bodyList, queryField } from '../box/parameters';
import { html, type Html } from '../ui/html';
import { mark, messagePage, sendPage, SITES, type Page } from '../ui/page';
import { seeOther } from '../ui/sites';
import { AGENCY_SCOPES, type Agency } from './agency';

const AUTH = '/portal/auth';
const APPS = '/portal/apps';

/**
 * Where the agency, not a creator, allows the app to work in its marketplace account (platforms.md 5.2, A): form
 * `agency` {scope*, decision} → back with `auth_code` and `state`. How a refusal comes back is not documented. [AE; inf]
 */
export function portalRoutes(scope: FastifyInstance, box: Box, agency: Agency): void {
  const refuse = (reply: FastifyReply, text: string): FastifyReply =>
    sendPage(reply, messagePage(SITES.tiktok, 'Something went wrong', text), 400);

  scope.get(AUTH, async (request, reply) => {
    const asked = readRequest(box, request.query);
    return typeof asked === 'string' ? refuse(reply, asked) : sendPage(reply, authPage(box, asked.query));
  });
  scope.post(AUTH, async (request, reply) => {
    const asked = readRequest(box, request.query);
    if (typeof asked === 'string') return refuse(reply, asked);
    const back = new URL(asked.redirectUri);
    if (bodyField(request, 'decision') === 'allow') {
      const ids = AGENCY_SCOPES.map((one) => one.id).filter((id) => bodyList(request, 'scope').includes(String(id)));
      back.searchParams.set('auth_code', agency.makeCode(ids));
    } else back.searchParams.set('error', 'access_denied');
    const state = queryField(request, 'state');
    if (state !== undefined) back.searchParams.set('state', state);
    return seeOther(reply, back.toString());
  });

  scope.get(APPS, async (_request, reply) => sendPage(reply, appsPage(box, agency.hasAccess())));
  scope.post(`${APPS}/cancel`, async (_request, reply) => {
    agency.cancel();
    return seeOther(reply, APPS);
  });
  scope.post(`${APPS}/restore`, async (_request, reply) => {
    agency.restore();
    return seeOther(reply, APPS);
  });
}

function readRequest(box: Box, query: unknown): { redirectUri: string; query: string } | string {
  const parameters = new URLSearchParams(query as Record<string, string>);
  const { appId, redirectUris } = box.registrations.ttcm;
  if (parameters.get('app_id') !== appId) return 'The app is not known.';
  const redirectUri = parameters.get('redirect_uri') ?? '';
  if (!redirectUris.includes(redirectUri)) return 'The redirect address is not the one that was registered.';
  return { redirectUri, query: parameters.toString() };
}

const AGENCY_NAME = 'Sandbox Agency';
const page = (title: string, body: Html): Page => ({ site: SITES.tiktok, title, body });

function authPage(box: Box, query: string): Page {
  const { appName, ttcm } = box.registrations;
  return page(
    'Authorize',
    html`<section class="card">
      <div class="pair">${mark(AGENCY_NAME)}${mark(appName, 'app')}</div>
      <h1>Let ${appName} work in your marketplace account?</h1>
      <p class="soft">TikTok for Business · ${AGENCY_NAME}, account ${ttcm.accountId}</p>
      <form method="post" action="${AUTH}?${query}" id="agency">
        <ul class="rows">
          ${AGENCY_SCOPES.map(
            ({ id, label }) =>
              html`<li>
                <label class="row" for="scope-${id}"
                  ><span>${label}<small class="mono">${id}</small></span>
                  <input type="checkbox" name="scope" value="${id}" id="scope-${id}" checked
                /></label>
              </li>`,
          )}
        </ul>
        <div class="actions">
          <button class="main" name="decision" value="allow" id="continue">Confirm</button>
          <button name="decision" value="cancel" id="cancel">Cancel</button>
        </div>
      </form>
    </section>`,
  );
}

function appsPage(box: Box, active: boolean): Page {
  const { appName } = box.registrations;
  return page(
    'Authorized apps',
    html`<section class="card">
      <h1>Authorized apps</h1>
      <p class="soft">TikTok for Business · ${AGENCY_NAME}</p>
      <div class="pair">
        ${mark(appName, 'app')}
        <div>
          <h2>${appName}</h2>
          <span class="tag ${active ? 'good' : 'bad'}">${active ? 'Authorized' : 'Cancelled'}</span>
        </div>
      </div>
      ${
        active
          ? html`<form method="post" action="${APPS}/cancel" id="cancel-app">
              <button class="bad" id="remove">Cancel authorization</button>
            </form>`
          : html`<p class="soft">Its tokens answer 40105.</p>
              <form method="post" action="${APPS}/restore" id="restore-app">
                <button id="restore">Let the token of the configuration work again</button>
              </form>`
      }
    </section>`,
  );
}
