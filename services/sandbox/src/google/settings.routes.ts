import type { FastifyInstance } from 'fastify';
import { bodyField } from '../box/parameters';
import { html, type Html } from '../ui/html';
import { mark, sendPage, SITES, type Page } from '../ui/page';
import { forPersons, seeOther } from '../ui/sites';
import type { GooglePersona } from '../world/google-personas';
import type { Google } from './google';
import type { GoogleGrant } from './google.state';
import { googleScope } from './scopes';

const PATH = '/connections';
const site = SITES.google;

/** The person's own pages: home, and "Third-party apps with account access", where the app is removed. */
export function connectionRoutes(scope: FastifyInstance, google: Google): void {
  const { box, people, grants } = google;

  const asPerson = forPersons((id) => people.find(id), PATH);
  const standing = (persona: GooglePersona): GoogleGrant[] =>
    grants.ofPersona(persona).filter((grant) => grant.ended === undefined);

  scope.get(
    '/',
    asPerson(({ reply, person }) => sendPage(reply, homePage(person))),
  );
  scope.get(
    PATH,
    asPerson(({ reply, person }) =>
      sendPage(reply, connectionsPage(person, box.registrations.appName, standing(person))),
    ),
  );
  scope.post(
    `${PATH}/remove`,
    asPerson(({ request, reply, person }) => {
      const grant = standing(person).find((one) => one.identity === (bodyField(request, 'identity') ?? 'self'));
      if (grant) google.endGrant(grant, 'removed-by-person');
      return seeOther(reply, PATH);
    }),
  );
}

const who = ({ email }: GooglePersona) => ({ name: email, logout: '/logout' });

function homePage(persona: GooglePersona): Page {
  return {
    site,
    title: persona.name,
    who: who(persona),
    body: html`<section class="card">
      <div class="pair">
        ${mark(persona.name)}
        <div>
          <h1>${persona.name}</h1>
          <span class="soft">${persona.shows}</span>
        </div>
      </div>
      <ul class="rows">
        ${persona.identities.map(
          ({ id, name, channel }) =>
            html`<li>
              <div class="row">
                ${mark(name)}<span
                  ><strong>${name}</strong
                  ><small
                    >${id === 'self' ? 'Google account' : 'Brand account'} ·
                    ${channel ? `channel @${channel.handle}` : 'no channel'}</small
                  ></span
                >
              </div>
            </li>`,
        )}
      </ul>
      <div class="actions">
        <a class="button" href="${PATH}" id="connections">Third-party apps with account access</a>
        <a class="button" href="/login" id="switch-account">Switch account</a>
      </div>
    </section>`,
  };
}

function connectionsPage(persona: GooglePersona, appName: string, grants: readonly GoogleGrant[]): Page {
  return {
    site,
    title: 'Third-party apps',
    who: who(persona),
    body: html`<section class="card">
        <h1>Third-party apps with account access</h1>
        <p class="soft">Apps that you allowed to use your Google account or a brand account of yours.</p>
        ${grants.length === 0 && html`<p id="no-apps">No app has access.</p>`}
      </section>
      ${grants.map((grant) => connection(persona, appName, grant))}`,
  };
}

function connection(persona: GooglePersona, appName: string, grant: GoogleGrant): Html {
  const identity = persona.identities.find((one) => one.id === grant.identity);
  return html`<section class="card">
    <div class="pair">
      ${mark(appName, 'app')}
      <div>
        <h2>${appName}</h2>
        <span class="tag good">Has access</span> <span class="soft small">${identity?.name}</span>
      </div>
    </div>
    <ul class="rows">
      ${grant.scopes.map(
        (name) =>
          html`<li>
            <div class="row">
              <span>${googleScope(name)?.label ?? name}<small class="mono">${name}</small></span>
            </div>
          </li>`,
      )}
    </ul>
    <form method="post" action="${PATH}/remove" id="remove-app-${grant.identity}">
      <input type="hidden" name="identity" value="${grant.identity}" />
      <button class="bad" id="remove-${grant.identity}">Remove access</button>
    </form>
  </section>`;
}
