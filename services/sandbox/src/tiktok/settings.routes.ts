import type { FastifyInstance } from 'fastify';
import { html, type Html } from '../ui/html';
import { mark, sendPage, SITES, type Page } from '../ui/page';
import { forPersons, seeOther } from '../ui/sites';
import type { TikTokPerson } from './people';
import { scopeNamed } from './scopes';
import type { TikTok } from './tiktok';
import type { TikTokGrant } from './tiktok.state';

const PATH = '/setting/connected-apps';
const site = SITES.tiktok;

/** The person's own pages: home, and Settings → connected apps, where the app is removed (webhook, reason 1). */
export function personalRoutes(scope: FastifyInstance, tiktok: TikTok): void {
  const { box, people, grants } = tiktok;

  const asPerson = forPersons((id) => people.find(id), PATH);

  scope.get(
    '/',
    asPerson(({ reply, person }) => sendPage(reply, homePage(person))),
  );
  scope.get(
    PATH,
    asPerson(({ reply, person }) =>
      sendPage(reply, connectedAppsPage(person, box.registrations.appName, grants.ofPersona(person.persona.id))),
    ),
  );
  scope.post(
    `${PATH}/remove`,
    asPerson(({ reply, person }) => {
      tiktok.removeApp(person.persona.id, 1);
      return seeOther(reply, PATH);
    }),
  );
}

const who = ({ persona }: TikTokPerson) => ({ name: `@${persona.handle}`, logout: '/logout' });

function homePage(person: TikTokPerson): Page {
  const { persona, attributes } = person;
  return {
    site,
    title: persona.name,
    who: who(person),
    body: html`<section class="card">
      <div class="pair">
        ${mark(persona.name)}
        <div>
          <h1>@${persona.handle}</h1>
          <span class="soft">${persona.shows}</span>
        </div>
      </div>
      <p class="soft">${attributes.followers} followers · ${attributes.country} · ${attributes.accountType} account</p>
      <div class="actions">
        <a class="button" href="/notifications" id="system-notifications">System Notifications</a>
        <a class="button" href="${PATH}" id="connected-apps">Settings → connected apps</a>
      </div>
    </section>`,
  };
}

function connectedAppsPage(person: TikTokPerson, appName: string, grant: TikTokGrant | undefined): Page {
  return {
    site,
    title: 'Connected apps',
    who: who(person),
    body: html`<section class="card">
      <h1>Apps and services</h1>
      <p class="soft">Apps that you allowed to use your TikTok account.</p>
      ${grant ? connected(appName, grant) : html`<p id="no-apps">No app is connected.</p>`}
    </section>`,
  };
}

function connected(appName: string, grant: TikTokGrant): Html {
  return html`<div class="pair">
      ${mark(appName, 'app')}
      <div>
        <h2>${appName}</h2>
        <span class="tag good">Connected</span>
      </div>
    </div>
    <ul class="rows">
      ${grant.scopes.map(
        (name) =>
          html`<li>
            <div class="row">
              <span>${scopeNamed(name)?.label ?? name}<small class="mono">${name}</small></span>
            </div>
          </li>`,
      )}
    </ul>
    <form method="post" action="${PATH}/remove" id="remove-app">
      <button class="bad" id="remove">Remove access</button>
    </form>`;
}
