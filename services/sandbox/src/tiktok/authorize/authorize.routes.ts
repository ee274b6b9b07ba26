import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { bodyField, bodyList, queryField } from '../../box/parameters';
import { html, type Html } from '../../ui/html';
import { mark, messagePage, sendPage, SITES, type Page } from '../../ui/page';
import { AT_ONCE, seeOther, sessionOf } from '../../ui/sites';
import type { TikTokPerson } from '../people';
import { scopeNamed } from '../scopes';
import type { TikTok } from '../tiktok';
import {
  AuthorizeRefused,
  grantedAddress,
  readAuthorizeRequest,
  refusedAddress,
  type AuthorizeRequest,
} from './authorize-request';

const PATH = '/v2/auth/authorize';

/** Login Kit for the web (platforms.md 4.1). Form `authorize` {scope*, decision}; nothing is kept between the steps. [TTD] */
export function authorizeRoutes(scope: FastifyInstance, tiktok: TikTok): void {
  const { box, people, grants } = tiktok;

  const handle =
    (step: (request: FastifyRequest, reply: FastifyReply, asked: AuthorizeRequest, person: TikTokPerson) => unknown) =>
    async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
      try {
        const asked = readAuthorizeRequest(request, box);
        const person = people.find(queryField(request, AT_ONCE) ?? sessionOf(request));
        if (person) return await step(request, reply, asked, person);
        return seeOther(reply, `/login?next=${encodeURIComponent(`${PATH}/?${asked.query}`)}`);
      } catch (error) {
        if (!(error instanceof AuthorizeRefused)) throw error;
        return sendPage(reply, messagePage(SITES.tiktok, 'Something went wrong', error.message, error.code), 400);
      }
    };

  const open = handle((request, reply, asked, person) => {
    if (queryField(request, AT_ONCE) !== undefined) return finish(reply, asked, person, asked.scopes);
    const before = grants.ofPersona(person.persona.id);
    const knows = before && asked.scopes.every((name) => before.scopes.includes(name));
    if (knows && !asked.alwaysShow) return finish(reply, asked, person, asked.scopes);
    return sendPage(reply, consentPage(box.registrations.appName, person, asked));
  });

  const decide = handle((request, reply, asked, person) => {
    if (bodyField(request, 'decision') !== 'authorize') return seeOther(reply, refusedAddress(asked));
    const ticked = ['user.info.basic', ...bodyList(request, 'scope')];
    return finish(
      reply,
      asked,
      person,
      asked.scopes.filter((name) => ticked.includes(name)),
    );
  });

  function finish(
    reply: FastifyReply,
    asked: AuthorizeRequest,
    { persona }: TikTokPerson,
    scopes: string[],
  ): FastifyReply {
    const declined = asked.scopes.filter((name) => !scopes.includes(name));
    const { redirectUri, challenge } = asked;
    const code = grants.makeCode({
      personaId: persona.id,
      redirectUri,
      ...(challenge === undefined ? {} : { challenge }),
      scopes,
      declined,
    });
    return seeOther(reply, grantedAddress(asked, code, scopes));
  }

  for (const path of [PATH, `${PATH}/`]) {
    scope.get(path, open);
    scope.post(path, decide);
  }
}

function consentPage(appName: string, { persona }: TikTokPerson, asked: AuthorizeRequest): Page {
  return {
    site: SITES.tiktok,
    title: 'Authorize',
    who: { name: `@${persona.handle}`, logout: '/logout' },
    body: html`<section class="card">
      <div class="pair">${mark(persona.name)}${mark(appName, 'app')}</div>
      <h1>Authorize ${appName} to use your TikTok account?</h1>
      <p class="soft">Switch off what you do not want to share.</p>
      <form method="post" action="${PATH}/?${asked.query}" id="authorize">
        <ul class="rows">
          ${asked.scopes.map(scopeRow)}
        </ul>
        <div class="actions">
          <button class="main" name="decision" value="authorize" id="continue">Authorize</button>
          <button name="decision" value="cancel" id="cancel">Cancel</button>
        </div>
      </form>
    </section>`,
  };
}

function scopeRow(name: string): Html {
  const scope = scopeNamed(name);
  const text = html`<span
    ><strong>${scope?.label ?? name}</strong><small>${scope?.meaning} <span class="mono">${name}</span></small></span
  >`;
  if (scope?.locked)
    return html`<li>
      <div class="row">${text}<span class="tag">always shared</span></div>
    </li>`;
  return html`<li>
    <label class="row" for="scope-${name}"
      >${text}<input type="checkbox" name="scope" value="${name}" id="scope-${name}" checked
    /></label>
  </li>`;
}
